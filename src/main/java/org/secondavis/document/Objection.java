package org.secondavis.document;

/** Why a file is not accepted; each has a sentence in the messages. */
enum Objection {

	/** It holds nothing. */
	EMPTY,
	/** It is larger than a file may be. */
	TOO_LARGE,
	/** With it, all files together are larger than they may be. */
	NO_ROOM,
	/** There are as many files already as there may be. */
	TOO_MANY,
	/** Its content is of no type that is accepted. */
	UNKNOWN_TYPE,
	/** An archive that cannot be read: broken off, altered or locked with a password. */
	UNREADABLE_ARCHIVE,
	/** An archive within an archive. */
	NESTED_ARCHIVE,
	/** An archive of too many files. */
	CROWDED_ARCHIVE,
	/** An archive whose content is out of all proportion. */
	SWOLLEN_ARCHIVE,
	/** An archive without any medical image. */
	NO_IMAGES_IN_ARCHIVE,
	/** What keeps the files does not answer. */
	STORE_DOWN,
	/** Files have come from the same network too often. */
	TOO_OFTEN;

	/** Whether it holds for all that follows in the same form. */
	boolean concernsAll() {
		return this == STORE_DOWN || this == TOO_OFTEN;
	}

}
