package org.secondavis.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.conversation.Conversations;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Said;
import org.secondavis.doctor.Team;
import org.secondavis.doctor.TeamMember;
import org.secondavis.document.Dossier;
import org.secondavis.document.PatientFiles;
import org.secondavis.encryption.Vault;
import org.secondavis.journal.Doer;
import org.secondavis.journal.Timeline;
import org.secondavis.journal.Words;
import org.secondavis.request.Answers;
import org.secondavis.request.Narrative;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.retention.Erasures;
import org.secondavis.staff.NotFoundException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what staff see of a request, from all modules that hold a part of it. */
@Component
class RequestSheets {

	private static final Narrative NO_WORDS = new Narrative(null, null, null, null, null, List.of(), null, null);

	private final Requests requests;

	private final PatientFiles files;

	private final Timeline timeline;

	private final Conversations conversations;

	private final AroundRequests around;

	private final Team team;

	private final Erasures erasures;

	private final Vault vault;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final Clock clock;

	RequestSheets(Requests requests, PatientFiles files, Timeline timeline, Conversations conversations,
			AroundRequests around, Team team, Erasures erasures, Vault vault, WorkingDays workingDays,
			CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.files = files;
		this.timeline = timeline;
		this.conversations = conversations;
		this.around = around;
		this.team = team;
		this.erasures = erasures;
		this.vault = vault;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** The sheet of a request. */
	@Transactional(readOnly = true)
	RequestSheet of(Reference reference) {
		SecondOpinionRequest request = this.requests.findWithHistoryByReference(reference)
			.orElseThrow(NotFoundException::new);
		List<TeamMember> staff = this.team.all();
		Map<StaffId, String> names = staff.stream()
			.collect(Collectors.toMap((member) -> new StaffId(member.id()), TeamMember::name));
		Words<Narrative> words = Words.open(() -> request.narrative(this.vault));
		Dossier dossier = this.files.dossier(request.getId());
		List<PaperLine> checklist = PaperLine.checklist(dossier.papers());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		List<Said> said = this.conversations.findByRequestIdOrderByWrittenAt(request.getId());
		Happenings around = Happenings.of(request.getId(), this.around);
		return new RequestSheet(request.getId(), reference.value(), request.revision(), request.getStatus(),
				request.getSubmittedAt(), this.workingDays.since(request.getSubmittedAt()), request.getFirstReadAt(),
				request.getLinksRevokedAt(), request.getLanguage(),
				Period.between(request.getPatient().birthDate(), today).getYears(),
				Urgency.of(request.getSituation().plannedTreatment(), request.getStatus().hasEnded(), today),
				answers(request, words), words.readable(), checklist, dossier.files(),
				name(request.getAssignee(), names), request.getAssignee(),
				Action.possible(
						request.possibleMoves(), request.getStatus(), checklist.stream().anyMatch(PaperLine::missing)),
				Candidates.of(request, staff, today),
				this.timeline.of(request, said, dossier, around.appointments(), around.opinion(),
						staff.stream().map(Doer::of).toList()),
				request.mayBeMailed(), request.mustTellPatient(), unread(said),
				this.erasures.dueFor(request).orElse(null), request.getEraseAt() != null,
				AppointmentBlock.of(around.appointments(), this.clock), OpinionBlock.of(around.opinion()));
	}

	private static Answers answers(SecondOpinionRequest request, Words<Narrative> words) {
		return new Answers(request.getPatient(), request.getHelper(), request.getContact(), request.getSituation(),
				request.getExpectations(), Objects.requireNonNullElse(words.value(), NO_WORDS));
	}

	/** The messages that are shown to staff for the first time. */
	private static List<UUID> unread(List<Said> said) {
		return said.stream()
			.filter((one) -> one instanceof Message message && message.waitsForClinic())
			.map(Said::getId)
			.toList();
	}

	private static @Nullable String name(@Nullable StaffId staff, Map<StaffId, String> names) {
		return (staff != null) ? names.get(staff) : null;
	}

}
