package org.secondavis.clinic;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.DomainEvents;

/**
 * Days on which the clinic is closed, such as those between a public holiday and a
 * weekend, or a week in August.
 */
@Entity
public class ClosedPeriod {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private LocalDate firstDay;

	private LocalDate lastDay;

	private String label;

	@SuppressWarnings("NullAway.Init")
	protected ClosedPeriod() {
	}

	/**
	 * Closes the clinic.
	 * @param firstDay the first closed day
	 * @param lastDay the last closed day
	 * @param label what staff call it
	 */
	public ClosedPeriod(LocalDate firstDay, LocalDate lastDay, String label) {
		if (lastDay.isBefore(firstDay)) {
			throw new IllegalArgumentException("Closed days do not end before they begin");
		}
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.firstDay = firstDay;
		this.lastDay = lastDay;
		this.label = label;
	}

	/** Whether it is saved or deleted, the clinic works on other days from then on. */
	@DomainEvents
	List<ClosuresChanged> events() {
		return List.of(new ClosuresChanged());
	}

	public UUID getId() {
		return this.id;
	}

	public LocalDate getFirstDay() {
		return this.firstDay;
	}

	public LocalDate getLastDay() {
		return this.lastDay;
	}

	/** What staff call it. */
	public String getLabel() {
		return this.label;
	}

	boolean includes(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

}
