package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.request.Reference;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes appointments for calendar programs (RFC 5545). Calendars are shared and shown on
 * locked screens: what an appointment is about is not said, nor where. Times are UTC,
 * which each program shows as its owner's.
 */
@Component
public class CalendarFiles {

	private final MessageSource messages;

	private final CurrentClinic clinic;

	private final Clock clock;

	CalendarFiles(MessageSource messages, CurrentClinic clinic, Clock clock) {
		this.messages = messages;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The appointment for the patient's calendar: to be entered, changed or taken out,
	 * always under the same id. It is published rather than asked for (RFC 5546): nobody
	 * reads the answers that programs would send.
	 */
	public CalendarFile of(Appointment appointment, Reference reference, Locale language) {
		boolean cancelled = appointment.getState() == Appointment.State.CANCELLED;
		VEvent event = event(appointment.getId().toString(), appointment.span().orElseThrow(),
				text("calendar.summary", language));
		event.setSequence(appointment.getSequence());
		event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
		event.setDescription(text("calendar.description", language, reference, this.clinic.now().phone()));
		event.setOrganizer(new Organizer(null, this.clinic.now().email()));
		ICalendar calendar = calendar(cancelled ? Method.CANCEL : Method.PUBLISH);
		calendar.addEvent(event);
		return CalendarFile.of(cancelled ? Method.CANCEL : Method.PUBLISH, Biweekly.write(calendar).go());
	}

	/** What is booked of a doctor's agenda, by reference. */
	CalendarFile feed(List<AgendaEntry> entries) {
		ICalendar calendar = calendar(Method.PUBLISH);
		for (AgendaEntry entry : entries) {
			if (entry.kind() != AgendaEntry.Kind.PROPOSED && entry.visit() != null) {
				VEvent event = event(String.valueOf(entry.appointmentId()), new Span(entry.begins(), entry.ends()),
						"%s, %s".formatted(entry.reference(), text("Visit." + entry.visit(), Locale.FRENCH)));
				event.setSequence(entry.sequence());
				calendar.addEvent(event);
			}
		}
		return CalendarFile.of(Method.PUBLISH, Biweekly.write(calendar).go());
	}

	private static ICalendar calendar(String method) {
		ICalendar calendar = new ICalendar();
		calendar.setProductId("-//Second Avis//Second Avis//FR");
		calendar.setMethod(method);
		return calendar;
	}

	private VEvent event(String id, Span span, String summary) {
		VEvent event = new VEvent();
		event.setUid(id);
		event.setDateTimeStamp(date(this.clock.instant()));
		event.setDateStart(date(span.begins()), true);
		event.setDateEnd(date(span.ends()), true);
		event.setSummary(summary);
		event.setClassification(Classification.private_());
		return event;
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

	private static Date date(Instant instant) {
		return Date.from(instant);
	}

}
