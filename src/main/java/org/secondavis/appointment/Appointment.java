package org.secondavis.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/**
 * A patient's appointment with a doctor, from the times that are proposed to the patient
 * who came. A request has one at a time; another try is another appointment.
 */
@Entity
public class Appointment extends AbstractAggregateRoot<Appointment> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	private UUID doctorId;

	@Enumerated(EnumType.STRING)
	private Visit visit;

	@Enumerated(EnumType.STRING)
	private State state;

	private Instant createdAt;

	private @Nullable Instant heldUntil;

	private @Nullable Instant begins;

	private @Nullable Instant ends;

	private int sequence;

	private byte @Nullable [] videoLink;

	private @Nullable Instant remindedAt;

	private @Nullable Instant answeredAt;

	private @Nullable Instant answerSeenAt;

	@OneToMany(mappedBy = "appointment", cascade = { CascadeType.PERSIST, CascadeType.MERGE })
	@OrderBy("begins")
	private Set<TakenTime> times = new LinkedHashSet<>();

	@OneToMany(mappedBy = "appointment", cascade = { CascadeType.PERSIST, CascadeType.MERGE })
	@OrderBy("at, id")
	private Set<AppointmentAct> acts = new LinkedHashSet<>();

	@SuppressWarnings("NullAway.Init")
	protected Appointment() {
	}

	private Appointment(UUID requestId, UUID doctorId, Visit visit, State state, Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.doctorId = doctorId;
		this.visit = visit;
		this.state = state;
		this.createdAt = now;
	}

	/** Offers times to the patient, and holds them until that moment. */
	static Appointment propose(UUID requestId, UUID doctorId, Visit visit, List<Span> times, Instant heldUntil,
			StaffId by, Instant now) {
		Appointment appointment = new Appointment(requestId, doctorId, visit, State.PROPOSED, now);
		appointment.heldUntil = heldUntil;
		times
			.forEach((time) -> appointment.times.add(new TakenTime(appointment, doctorId, TakenTime.State.HELD, time)));
		appointment.note(Act.PROPOSED, by, now, times);
		return appointment;
	}

	/** Fixes a time that the patient has agreed to. */
	static Appointment book(UUID requestId, UUID doctorId, Visit visit, Span time, StaffId by, Instant now) {
		Appointment appointment = new Appointment(requestId, doctorId, visit, State.BOOKED, now);
		appointment.times.add(new TakenTime(appointment, doctorId, TakenTime.State.BOOKED, time));
		appointment.takePlace(time);
		appointment.note(Act.BOOKED, by, now, List.of(time));
		return appointment;
	}

	/**
	 * The patient takes one of the times; the others are free again.
	 * @param by who noted it down, where the patient said so by telephone
	 */
	void accept(UUID time, String words, Vault vault, @Nullable StaffId by, Instant now) {
		require(isOffered(now));
		TakenTime chosen = this.times.stream()
			.filter((one) -> one.getId().equals(time) && one.span().begins().isAfter(now))
			.findFirst()
			.orElseThrow(AppointmentOvertakenException::new);
		release();
		chosen.book();
		this.state = State.BOOKED;
		takePlace(chosen.span());
		answer(Act.ACCEPTED, by, now, List.of(chosen.span())).saying(words, vault);
	}

	/** None of the times suits the patient, or the patient was too late. */
	void wantOthers(String words, Vault vault, @Nullable StaffId by, Instant now) {
		require(this.state == State.PROPOSED || this.state == State.LAPSED);
		release();
		this.state = State.OTHERS_WANTED;
		answer(Act.OTHERS_WANTED, by, now, List.of()).saying(words, vault);
	}

	/** The patient wants no appointment. */
	void refuse(String words, Vault vault, @Nullable StaffId by, Instant now) {
		require(this.state == State.PROPOSED || this.state == State.LAPSED);
		release();
		this.state = State.REFUSED;
		answer(Act.REFUSED, by, now, List.of()).saying(words, vault);
	}

	/** Gives the times free to which nobody answered. */
	void lapse(Instant now) {
		require(this.state == State.PROPOSED && !isOffered(now));
		release();
		this.state = State.LAPSED;
		note(Act.LAPSED, null, now, List.of());
	}

	/** The same appointment at another time, elsewhere or with another doctor. */
	void move(UUID doctorId, Visit visit, Span to, StaffId by, Instant now) {
		require(this.state == State.BOOKED);
		this.times.stream()
			.filter((time) -> time.getState() == TakenTime.State.BOOKED)
			.forEach((time) -> time.moveTo(doctorId, to));
		if (!doctorId.equals(this.doctorId)) {
			this.videoLink = null; // it led to the other doctor
		}
		this.doctorId = doctorId;
		this.visit = visit;
		this.sequence++;
		this.remindedAt = null;
		takePlace(to);
		note(Act.MOVED, by, now, List.of(to));
	}

	/** The clinic proposes something else, of which the patient hears instead. */
	void giveWay(StaffId by, Instant now) {
		require(this.state == State.PROPOSED);
		this.acts.add(new AppointmentAct(this, Act.WITHDRAWN, by, now, callOff()));
	}

	/** The clinic takes back what it proposed, or calls off what was booked. */
	void cancel(StaffId by, Instant now) {
		note((this.state == State.PROPOSED) ? Act.WITHDRAWN : Act.CANCELLED, by, now, callOff());
	}

	/** Falls with its request; what has taken place already stays. */
	void end(Instant now) {
		if (this.state == State.PROPOSED || (this.begins != null && this.begins.isAfter(now))) {
			note(Act.ENDED, null, now, callOff());
		}
	}

	private List<Span> callOff() {
		require(isCurrent());
		release();
		this.state = State.CANCELLED;
		this.sequence++;
		return span().stream().toList();
	}

	/** The patient came. */
	void arrive(StaffId by, Instant now) {
		require(this.state == State.BOOKED || this.state == State.MISSED);
		this.state = State.ARRIVED;
		note(Act.ARRIVED, by, now, span().stream().toList());
	}

	/** The patient did not come, as can be said once it has begun. */
	void miss(StaffId by, Instant now) {
		require((this.state == State.BOOKED || this.state == State.ARRIVED) && hasBegun(now));
		this.state = State.MISSED;
		note(Act.MISSED, by, now, span().stream().toList());
	}

	/** Writes down where the video takes place; a blank address takes it out. */
	void meetAt(String link, Vault vault, StaffId by, Instant now) {
		require(this.state == State.BOOKED);
		this.videoLink = link.isEmpty() ? null : vault.seal(link, linkPlace());
		note(Act.LINK_SET, by, now, List.of());
	}

	/**
	 * Has the patient reminded, unless it was fixed so late that the patient just heard
	 * of it.
	 * @param before how long before it begins patients are reminded
	 */
	void remind(Duration before, Instant now) {
		require(this.state == State.BOOKED && this.remindedAt == null);
		Instant due = span().orElseThrow(AppointmentOvertakenException::new).begins().minus(before);
		this.remindedAt = now;
		if (this.acts.stream().noneMatch((one) -> one.getAct().fixesATime() && one.getAt().isAfter(due))) {
			registerEvent(new AppointmentNear(this.id, this.requestId));
		}
	}

	private void takePlace(Span time) {
		this.begins = time.begins();
		this.ends = time.ends();
	}

	private void release() {
		this.times.forEach(TakenTime::release);
	}

	private AppointmentAct answer(Act act, @Nullable StaffId by, Instant now, List<Span> times) {
		this.answeredAt = now;
		this.answerSeenAt = (by != null) ? now : null;
		return note(act, by, now, times);
	}

	private AppointmentAct note(Act act, @Nullable StaffId by, Instant now, List<Span> times) {
		AppointmentAct line = new AppointmentAct(this, act, by, now, times);
		this.acts.add(line);
		registerEvent(new AppointmentChanged(this.id, this.requestId, act, by == null && act.isAnswer()));
		return line;
	}

	private static void require(boolean possible) {
		if (!possible) {
			throw new AppointmentOvertakenException();
		}
	}

	/** Whether it was fixed for this one of the times that were offered. */
	boolean isBookedAt(UUID time) {
		return this.state == State.BOOKED && this.times.stream()
			.anyMatch((one) -> one.getId().equals(time) && one.getState() == TakenTime.State.BOOKED);
	}

	/** Whether that was answered in these words. */
	boolean isAnswered(Act answer, String words, Vault vault) {
		return this.acts.stream()
			.anyMatch(
					(one) -> one.getAct() == answer && words.equals(Objects.requireNonNullElse(one.words(vault), "")));
	}

	/** The one of a request that is under way, or the last that was. */
	public static Optional<Appointment> latest(List<Appointment> ofRequest) {
		return ofRequest.stream().max(Comparator.comparing(Appointment::isCurrent).thenComparing(Appointment::getId));
	}

	/** How far it has come: what nobody has given free yet has lapsed all the same. */
	public State stateAt(Instant now) {
		return (this.state == State.PROPOSED && !isOffered(now)) ? State.LAPSED : this.state;
	}

	/** Whether the patient can still take one of its times. */
	public boolean isOffered(Instant now) {
		return this.state == State.PROPOSED && this.heldUntil != null && now.isBefore(this.heldUntil);
	}

	/** Whether the request has no other appointment as long as this one stands so. */
	public boolean isCurrent() {
		return EnumSet.of(State.PROPOSED, State.BOOKED).contains(this.state);
	}

	/** Whether it is time to say whether the patient came. */
	public boolean hasBegun(Instant now) {
		return this.begins != null && !this.begins.isAfter(now);
	}

	/** Whether its time is over, whoever came. */
	public boolean isOver(Instant now) {
		return this.ends != null && !this.ends.isAfter(now);
	}

	/** Whether the patient has answered and nobody at the clinic has seen it. */
	public boolean waitsForClinic() {
		return this.answeredAt != null && this.answerSeenAt == null;
	}

	/** The times that the patient can choose from, the earliest first. */
	public List<Offer> offers(Instant now) {
		return !isOffered(now) ? List.of()
				: this.times.stream()
					.filter((time) -> time.span().begins().isAfter(now))
					.map((time) -> new Offer(time.getId(), time.span()))
					.sorted(Comparator.comparing((offer) -> offer.span().begins()))
					.toList();
	}

	/** When it takes place, once that is fixed. */
	public Optional<Span> span() {
		return (this.begins != null && this.ends != null) ? Optional.of(new Span(this.begins, this.ends))
				: Optional.empty();
	}

	/** All times that were proposed or fixed, the earliest first. */
	public List<Span> spans() {
		return this.times.stream().map(TakenTime::span).sorted(Comparator.comparing(Span::begins)).toList();
	}

	/** Where the video takes place, if that was written down. */
	public @Nullable String videoLink(Vault vault) {
		return (this.videoLink != null) ? vault.open(this.videoLink, String.class, linkPlace()) : null;
	}

	private Place linkPlace() {
		return new Place("appointment", "video_link", this.id);
	}

	/** Names it in calendars too, for good. */
	public UUID getId() {
		return this.id;
	}

	/** Grows with every change; a form that carries an older one has been overtaken. */
	public int revision() {
		return Objects.requireNonNullElse(this.version, 0);
	}

	public UUID getRequestId() {
		return this.requestId;
	}

	/** The account of the doctor. */
	public UUID getDoctorId() {
		return this.doctorId;
	}

	public Visit getVisit() {
		return this.visit;
	}

	public State getState() {
		return this.state;
	}

	/** Until when the proposed times are held. */
	public @Nullable Instant getHeldUntil() {
		return this.heldUntil;
	}

	/** How often calendars have to be told that it changed (RFC 5545, 3.8.7.4). */
	public int getSequence() {
		return this.sequence;
	}

	/** All that was done about it, oldest first. */
	public List<AppointmentAct> getActs() {
		return List.copyOf(this.acts);
	}

	@Override
	public String toString() {
		return "Appointment[%s, %s]".formatted(this.id, this.state);
	}

	/** How far it has come. */
	public enum State {

		PROPOSED, LAPSED, OTHERS_WANTED, REFUSED, BOOKED, ARRIVED, MISSED, CANCELLED

	}

	/**
	 * A time to choose.
	 *
	 * @param id names it in forms
	 * @param span when it would be
	 */
	public record Offer(UUID id, Span span) {
	}

}
