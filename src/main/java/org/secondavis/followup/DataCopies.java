package org.secondavis.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.AppointmentAct;
import org.secondavis.appointment.Appointments;
import org.secondavis.appointment.Doctors;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.Conversations;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Said;
import org.secondavis.document.Dossier;
import org.secondavis.document.Paper;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.document.Telling;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.Outbox;
import org.secondavis.mail.OutgoingMail;
import org.secondavis.request.Change;
import org.secondavis.request.Contact;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Helper;
import org.secondavis.request.Move;
import org.secondavis.request.Phone;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.retention.Erasures;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together the copy of a patient's data, from all modules that hold a part of it.
 */
@Component
class DataCopies {

	/** What they name concerns somebody else: a colleague, or perhaps another patient. */
	private static final Set<Move> OF_OTHERS = EnumSet.of(Move.ASSIGN, Move.KEEP_APART);

	private final Requests requests;

	private final PatientFiles files;

	private final Conversations conversations;

	private final Appointments appointments;

	private final Doctors doctors;

	private final OpinionCopies opinions;

	private final Outbox outbox;

	private final Erasures erasures;

	private final Vault vault;

	DataCopies(Requests requests, PatientFiles files, Conversations conversations, Appointments appointments,
			Doctors doctors, OpinionCopies opinions, Outbox outbox, Erasures erasures, Vault vault) {
		this.requests = requests;
		this.files = files;
		this.conversations = conversations;
		this.appointments = appointments;
		this.doctors = doctors;
		this.opinions = opinions;
		this.outbox = outbox;
		this.erasures = erasures;
		this.vault = vault;
	}

	@Transactional(readOnly = true)
	DataCopy of(Reference reference) {
		SecondOpinionRequest request = this.requests.findWithHistoryByReference(reference).orElseThrow();
		List<Appointment> appointments = this.appointments.findByRequestIdOrderByCreatedAt(request.getId());
		Dossier dossier = this.files.dossier(request.getId());
		return new DataCopy(reference.value(), request.getStatus().name(), request.getLanguage().toLanguageTag(),
				request.getSubmittedAt(), request.getFirstReadAt(), this.erasures.dateFor(request).orElse(null),
				request.getPatient(), helper(request.getHelper()), contact(request.getContact()),
				request.getSituation(), request.getExpectations(), open(() -> request.narrative(this.vault)),
				papers(dossier.papers()), dossier.files().stream().map(DataCopies::file).toList(),
				history(request, appointments, dossier.papers()), appointments.stream().map(this::appointed).toList(),
				this.opinions.of(request.getId()),
				this.conversations.findByRequestIdOrderByWrittenAt(request.getId()).stream().map(this::text).toList(),
				this.outbox.findByRequestIdOrderByQueuedAt(request.getId()).stream().map(DataCopies::mail).toList());
	}

	private static DataCopy.@Nullable Person helper(@Nullable Helper helper) {
		return (helper != null) ? new DataCopy.Person(helper.name(), helper.relation().name(), value(helper.phone()),
				value(helper.email())) : null;
	}

	private static DataCopy.Reached contact(Contact contact) {
		return new DataCopy.Reached(value(contact.phone()), value(contact.email()),
				contact.times().stream().map(Enum::name).toList(), contact.voicemail(),
				(contact.first() != null) ? contact.first().name() : null);
	}

	private static Map<String, DataCopy.Known> papers(List<Paper> papers) {
		Map<String, DataCopy.Known> known = new TreeMap<>();
		papers.forEach((paper) -> known.put(paper.getType().name(),
				new DataCopy.Known(paper.getAvailability().name(), paper.getAskedAt(), paper.getArrivedAt())));
		return known;
	}

	private static DataCopy.File file(PatientFile file) {
		return new DataCopy.File((file.paper() != null) ? file.paper().name() : null, file.name(), file.type().name(),
				file.size(), file.receivedAt());
	}

	private List<DataCopy.Event> history(SecondOpinionRequest request, List<Appointment> appointments,
			List<Paper> papers) {
		Stream<DataCopy.Event> acts = appointments.stream()
			.flatMap((appointment) -> appointment.getActs().stream())
			.map(this::event);
		Stream<DataCopy.Event> told = papers.stream()
			.flatMap((paper) -> paper.getTellings().stream().map((telling) -> event(paper, telling)));
		return Stream.of(request.getHistory().stream().map(this::event), acts, told)
			.flatMap((events) -> events)
			.sorted(Comparator.comparing(DataCopy.Event::at))
			.toList();
	}

	private DataCopy.Appointed appointed(Appointment appointment) {
		return new DataCopy.Appointed(appointment.getState().name(), appointment.getVisit().name(),
				this.doctors.nameOf(appointment.getDoctorId()).orElse(null), appointment.spans(),
				appointment.getHeldUntil(), open(() -> appointment.videoLink(this.vault)));
	}

	private static DataCopy.Event event(Paper paper, Telling telling) {
		return new DataCopy.Event(CopyWords.PAPER + telling.availability(), by(telling.by()), telling.at(),
				paper.getType().name(), null, null, null);
	}

	private DataCopy.Event event(AppointmentAct act) {
		boolean byPatient = act.getAuthor() == null && act.getAct().isAnswer();
		String times = act.getTimes().stream().map(Instant::toString).collect(Collectors.joining(" "));
		return new DataCopy.Event(CopyWords.APPOINTMENT + act.getAct(), byPatient ? "PATIENT" : "CLINIC", act.getAt(),
				times.isEmpty() ? null : times, open(() -> act.words(this.vault)), null, null);
	}

	private DataCopy.Event event(Change change) {
		Enum<?> done = (change.getMove() != null) ? change.getMove() : change.getOwnAct();
		boolean named = change.getMove() != null && !OF_OTHERS.contains(change.getMove());
		return new DataCopy.Event((done != null) ? done.name() : "SUBMITTED", by(change.getAuthor()), change.getAt(),
				named ? change.getDetail() : null, open(() -> change.note(this.vault)),
				(change.getTold() != null) ? change.getTold().name() : null, open(() -> change.next(this.vault)));
	}

	private DataCopy.Text text(Said said) {
		String by = by(said.getAuthor());
		Instant at = said.getWrittenAt();
		String text = open(() -> said.text(this.vault));
		if (said instanceof Call call) {
			return new DataCopy.Text("CALL", by, at, null, call.getPerson().name(), call.getOutcome().name(),
					call.getNextDay(), (call.getNextTime() != null) ? call.getNextTime().name() : null, text);
		}
		return (said instanceof Message message)
				? new DataCopy.Text("MESSAGE", by, at, message.getReadAt(), null, null, null, null, text)
				: new DataCopy.Text("NOTE", by, at, null, null, null, null, null, text);
	}

	private static DataCopy.Mail mail(OutgoingMail mail) {
		return new DataCopy.Mail(mail.getTemplate(), mail.getRecipient().name(), mail.getQueuedAt(), mail.getSentAt());
	}

	private static String by(@Nullable Object author) {
		return (author != null) ? "CLINIC" : "PATIENT";
	}

	private static @Nullable String value(@Nullable Phone phone) {
		return (phone != null) ? phone.value() : null;
	}

	private static @Nullable String value(@Nullable EmailAddress email) {
		return (email != null) ? email.value() : null;
	}

	// What cannot be opened is missing, the rest is the patient's all the same.
	private static <T> @Nullable T open(Supplier<@Nullable T> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
