package org.secondavis.clinic;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The settings that administrators can change, as they are now: what is set in the pages
 * goes before what is configured.
 */
@Component
public class LiveSettings implements CurrentClinic {

	private final JdbcClient jdbc;

	private final Clinic clinic;

	private final Targets targets;

	private final Remembered<Reading> last;

	LiveSettings(JdbcClient jdbc, Clinic clinic, Targets targets) {
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.targets = targets;
		this.last = new Remembered<>(this::read, new Reading(clinic, targets));
	}

	@Override
	public Clinic now() {
		return this.last.get().clinic();
	}

	/** The targets as they are now; this costs no statement. */
	public Targets targets() {
		return this.last.get().targets();
	}

	private Reading read() {
		Map<String, Map<String, String>> set = new HashMap<>();
		RowCallbackHandler sort = (row) -> set.computeIfAbsent(row.getString("prefix"), (prefix) -> new HashMap<>())
			.put(row.getString("name"), row.getString("value"));
		this.jdbc.sql("select prefix, name, value from setting_value").query(sort);
		return new Reading(this.clinic.with(set.getOrDefault(SettingGroup.CLINIC, Map.of())),
				this.targets.with(set.getOrDefault(SettingGroup.TARGETS, Map.of())));
	}

	/** Another instance may have changed them. */
	@Scheduled(cron = "${secondavis.jobs.settings:*/5 * * * * *}")
	void readAgain() {
		this.last.readAgain();
	}

	@TransactionalEventListener
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	void on(SettingsChanged event) {
		readAgain();
	}

	private record Reading(Clinic clinic, Targets targets) {
	}

}
