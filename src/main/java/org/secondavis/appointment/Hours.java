package org.secondavis.appointment;

import java.time.LocalTime;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a day in which a doctor sees one patient after the other, in the clinic's own
 * time.
 *
 * @param from when the first begins
 * @param to when the last has to be over
 * @param minutes how long each takes
 * @param visit how they meet; none if as the patient likes
 */
@Embeddable
record Hours(@Column(name = "from_time") @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime from,
		@Column(name = "to_time") @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime to, int minutes,
		@Enumerated(EnumType.STRING) @Nullable Visit visit) {

	boolean suit(@Nullable Visit wanted) {
		return this.visit == null || wanted == null || this.visit == wanted;
	}

	/** When each visit begins. */
	Stream<LocalTime> starts() {
		int last = minuteOf(this.to) - this.minutes;
		return Stream.iterate(minuteOf(this.from), (start) -> start <= last, (start) -> start + this.minutes)
			.map((start) -> LocalTime.of(start / 60, start % 60));
	}

	private static int minuteOf(LocalTime time) {
		return time.getHour() * 60 + time.getMinute();
	}

}
