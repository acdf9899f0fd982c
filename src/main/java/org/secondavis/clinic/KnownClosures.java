package org.secondavis.clinic;

import java.time.LocalDate;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** The closed days that administrators entered, as this instance read them last. */
@Component
class KnownClosures implements Closures {

	private final Remembered<List<ClosedPeriod>> periods;

	KnownClosures(ClosedPeriods periods) {
		this.periods = new Remembered<>(periods::findAllByOrderByFirstDay, List.of());
	}

	@Override
	public boolean include(LocalDate day) {
		return this.periods.get().stream().anyMatch((period) -> period.includes(day));
	}

	/** Another instance may have changed them. */
	@Scheduled(cron = "${secondavis.jobs.settings:*/5 * * * * *}")
	void readAgain() {
		this.periods.readAgain();
	}

	@TransactionalEventListener
	@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
	void on(ClosuresChanged event) {
		readAgain();
	}

}
