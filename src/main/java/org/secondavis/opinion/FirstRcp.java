package org.secondavis.opinion;

/**
 * What is known of the meeting that decided on the first plan. A second opinion rests on
 * it (INCa, « Organisation du second avis médical thérapeutique en cancérologie », 2025).
 */
public enum FirstRcp {

	/** It was held; its conclusion is known. */
	HELD,
	/** There was none. */
	NONE,
	/** Nobody could find out. */
	UNKNOWN

}
