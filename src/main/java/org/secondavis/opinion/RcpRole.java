package org.secondavis.opinion;

/** What somebody who took part in a meeting is there, never who. */
public enum RcpRole {

	SURGEON, MEDICAL_ONCOLOGIST, RADIOTHERAPIST, ORGAN_SPECIALIST, RADIOLOGIST, INTERVENTIONAL_RADIOLOGIST,
	NUCLEAR_PHYSICIAN, PATHOLOGIST, GENETICIST, GERIATRICIAN, PALLIATIVE_CARE, PHARMACIST, NURSE, OTHER;

	/** Whether doctors of a specialty stand for it. */
	public boolean isSpecialty() {
		return this != PHARMACIST && this != NURSE && this != OTHER;
	}

}
