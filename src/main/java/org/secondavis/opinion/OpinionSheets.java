package org.secondavis.opinion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionSheet.Following;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a member of staff may see of an opinion. */
@Component
class OpinionSheets {

	private final Requests requests;

	private final Opinions opinions;

	private final Rcps meetings;

	private final OpinionQuestions questions;

	private final Addenda addenda;

	private final StaffAccounts accounts;

	private final OpinionWriter writer;

	private final Vault vault;

	OpinionSheets(Requests requests, Opinions opinions, Rcps meetings, OpinionQuestions questions, Addenda addenda,
			StaffAccounts accounts, OpinionWriter writer, Vault vault) {
		this.requests = requests;
		this.opinions = opinions;
		this.meetings = meetings;
		this.questions = questions;
		this.addenda = addenda;
		this.accounts = accounts;
		this.writer = writer;
		this.vault = vault;
	}

	/** What that member may see of it. */
	@Transactional(readOnly = true)
	Optional<OpinionSheet> of(Reference reference, StaffMember me) {
		OpinionRight.STATE.require(me);
		return this.requests.findByReference(reference).map((request) -> of(request, me));
	}

	private OpinionSheet of(SecondOpinionRequest request, StaffMember me) {
		Opinion opinion = this.opinions.findByRequestId(request.getId()).orElse(null);
		List<Rcp> all = this.meetings.findByRequestIdOrderById(request.getId());
		Map<StaffId, String> names = this.accounts.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap((account) -> new StaffId(account.getId()), (account) -> account.getName()));
		boolean doctor = OpinionRight.WRITE.isOf(me);
		List<Asked> asked = opened(() -> Asked.of(request, this.vault));
		String matters = doctor ? opened(() -> request.narrative(this.vault).priorityDetail()) : null;
		OpinionText reading = (opinion != null && OpinionRight.mayRead(me, opinion))
				? opened(() -> this.writer.preview(opinion, all, request)) : null;
		List<Addendum> added = (opinion != null && opinion.getDeliveredAt() != null && OpinionRight.READ.isOf(me))
				? this.addenda.findByOpinionIdOrderById(opinion.getId()) : List.of();
		boolean readable = asked != null && (reading != null || opinion == null || !OpinionRight.mayRead(me, opinion));
		return new OpinionSheet(request, matters, (asked != null) ? asked : List.of(), readable, opinion, reading, all,
				doctor ? advice(all) : null,
				(opinion != null && readable) ? lacks(opinion, (asked != null) ? asked : List.of(), all, doctor)
						: Set.of(),
				(opinion != null && OpinionRight.READ.isOf(me)) ? following(opinion, added, names, doctor) : List.of(),
				AddendumForm.seen(added), names, me);
	}

	private @Nullable String advice(List<Rcp> meetings) {
		return meetings.stream()
			.filter(Rcp::isHeld)
			.reduce((one, last) -> last)
			.map((meeting) -> opened(() -> meeting.advice(this.vault)))
			.orElse(null);
	}

	/** What to write is only for the eyes of whoever writes. */
	private Set<Lack> lacks(Opinion opinion, List<Asked> asked, List<Rcp> all, boolean doctor) {
		Set<Lack> lacks = EnumSet.noneOf(Lack.class);
		if (opinion.state() == OpinionState.DRAFT && doctor) {
			lacks.addAll(opinion.toBeWritten(Asked.keys(asked), this.vault));
		}
		if (opinion.state() != OpinionState.DELIVERED) {
			lacks.addAll(opinion.toBeDone(all));
		}
		return lacks;
	}

	/** The patient's questions with their answers, then what nobody asked for. */
	private List<Following> following(Opinion opinion, List<Addendum> all, Map<StaffId, String> names, boolean doctor) {
		if (opinion.getDeliveredAt() == null) {
			return List.of();
		}
		List<Addendum> added = all.stream().filter((addendum) -> doctor || addendum.getDeliveredAt() != null).toList();
		List<Following> following = new ArrayList<>();
		for (OpinionQuestion question : this.questions.findByOpinionIdOrderByNumber(opinion.getId())) {
			List<Addendum> answers = added.stream()
				.filter((addendum) -> question.getId().equals(addendum.getQuestionId()))
				.toList();
			if (answers.isEmpty()) {
				following.add(line(question, null, names));
			}
			answers.forEach((answer) -> following.add(line(question, answer, names)));
		}
		added.stream()
			.filter((addendum) -> addendum.getQuestionId() == null)
			.forEach((addendum) -> following.add(line(null, addendum, names)));
		return following;
	}

	private Following line(@Nullable OpinionQuestion question, @Nullable Addendum added, Map<StaffId, String> names) {
		boolean draft = added != null && added.getSignedBy() == null;
		StaffId by = (added == null) ? null : (draft ? added.getEditedBy() : added.getSignedBy());
		return new Following((question != null) ? question.getId() : null,
				(question != null) ? opened(() -> question.text(this.vault)) : null,
				(question != null) ? question.getAskedAt() : null, draft,
				(added != null) ? opened(() -> added.text(this.vault)) : null, (by != null) ? names.get(by) : null,
				(added != null) ? added.getDeliveredAt() : null, (added != null) ? added.getReadAt() : null);
	}

	// The rest of the page still helps.
	private static <T> @Nullable T opened(Supplier<@Nullable T> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
