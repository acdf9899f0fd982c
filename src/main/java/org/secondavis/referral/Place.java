package org.secondavis.referral;

import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.NextPlace;
import org.secondavis.request.Situation.CancerSite;

/** A place of the directory. One that is not used any more stays, out of sight. */
@Entity
public class Place {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String name;

	private String purpose;

	private @Nullable String address;

	private @Nullable String phone;

	private @Nullable String website;

	private @Nullable String languages;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Enumerated(EnumType.STRING)
	private List<CancerSite> cancerSites;

	private boolean active;

	@SuppressWarnings("NullAway.Init")
	protected Place() {
	}

	Place(PlaceForm form) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		describe(form);
	}

	/** Takes what staff say of it. */
	final void describe(PlaceForm form) {
		this.name = form.name();
		this.purpose = form.purpose();
		this.address = orNull(form.address());
		this.phone = orNull(form.phone());
		this.website = orNull(form.website());
		this.languages = orNull(form.languages());
		this.cancerSites = form.sites();
		this.active = form.isActive();
	}

	/** Whether it is there for this cancer by name. */
	public boolean serves(CancerSite site) {
		return this.cancerSites.contains(site);
	}

	/** Whether it is there for every cancer. */
	public boolean servesAll() {
		return this.cancerSites.isEmpty();
	}

	/** What a patient is told of it. */
	public NextPlace told() {
		return new NextPlace(this.name, this.purpose, this.address, this.phone, this.website);
	}

	/** What a form must carry for its words to be taken. */
	int revision() {
		return (this.version != null) ? this.version : 0;
	}

	public UUID getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getPurpose() {
		return this.purpose;
	}

	public @Nullable String getAddress() {
		return this.address;
	}

	public @Nullable String getPhone() {
		return this.phone;
	}

	public @Nullable String getWebsite() {
		return this.website;
	}

	public @Nullable String getLanguages() {
		return this.languages;
	}

	/** The cancers for which it is there; none means all. */
	public List<CancerSite> getCancerSites() {
		return List.copyOf(this.cancerSites);
	}

	/** Whether it is offered. */
	public boolean isActive() {
		return this.active;
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
