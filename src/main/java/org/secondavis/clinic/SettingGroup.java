package org.secondavis.clinic;

import java.util.HashMap;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/** What administrators set in the pages, beneath a prefix of the settings. */
@Entity
public class SettingGroup extends AbstractAggregateRoot<SettingGroup> {

	/** The clinic's facts. */
	public static final String CLINIC = "secondavis.clinic";

	/** The targets in working days. */
	public static final String TARGETS = "secondavis.targets";

	@Id
	private String prefix;

	@Version
	private @Nullable Integer version;

	@ElementCollection
	@CollectionTable(name = "setting_value", joinColumns = @JoinColumn(name = "prefix"))
	@MapKeyColumn(name = "name")
	@Column(name = "value")
	private Map<String, String> set = new HashMap<>();

	@SuppressWarnings("NullAway.Init")
	protected SettingGroup() {
	}

	/** What is set, by the name of the setting beneath the prefix. */
	public Map<String, String> values() {
		return Map.copyOf(this.set);
	}

	/**
	 * Sets it.
	 * @param value what goes before what is configured; empty if nothing does any more
	 */
	public void put(String name, String value) {
		if (value.isEmpty()) {
			this.set.remove(name);
		}
		else {
			this.set.put(name, value);
		}
		registerEvent(new SettingsChanged());
	}

	/**
	 * Grows with every change; a form that carries an older one has been overtaken. No
	 * bean property: Spring Data would take its 0 for the version of a stored group.
	 */
	public int revision() {
		return (this.version != null) ? this.version : 0;
	}

}
