package org.secondavis.doctor;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;

/** What a doctor gives opinions on, and how many requests a week. */
@Entity
@Table(name = "doctor_profile")
class Profile {

	/** The revision of a profile that nobody has filled in. */
	static final int NONE = -1;

	@Id
	private UUID accountId;

	@Version
	private @Nullable Integer version;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Enumerated(EnumType.STRING)
	private List<CancerSite> cancerSites = List.of();

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Enumerated(EnumType.STRING)
	private List<Treatment> treatments = List.of();

	private @Nullable Integer weeklyCapacity;

	@SuppressWarnings("NullAway.Init")
	protected Profile() {
	}

	/** The empty profile of a doctor. */
	Profile(UUID accountId) {
		this.accountId = accountId;
	}

	/**
	 * Says all of it anew.
	 * @param weeklyCapacity how many requests the doctor takes a week, none for no limit
	 */
	void describe(List<CancerSite> cancerSites, List<Treatment> treatments, @Nullable Integer weeklyCapacity) {
		this.cancerSites = List.copyOf(cancerSites);
		this.treatments = List.copyOf(treatments);
		this.weeklyCapacity = weeklyCapacity;
	}

	/** Grows with every change; a form that carries an older one has been overtaken. */
	int revision() {
		return (this.version != null) ? this.version : NONE;
	}

	List<CancerSite> getCancerSites() {
		return this.cancerSites;
	}

	List<Treatment> getTreatments() {
		return this.treatments;
	}

	@Nullable Integer getWeeklyCapacity() {
		return this.weeklyCapacity;
	}

}
