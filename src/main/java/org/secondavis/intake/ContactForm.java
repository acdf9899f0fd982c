package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;

import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Phone;

/**
 * Step 2: how the clinic reaches the patient. The follow-up page takes corrections by the
 * same rules.
 *
 * @param phone the patient's number
 * @param email the patient's address
 * @param contactTimes codes of the times at which a call suits
 * @param voicemail whether a message may be left, as a code
 * @param contactFirst the code of who is to be called first
 * @param accessNeeds what makes the clinic hard to reach
 */
public record ContactForm(String phone, String email, List<String> contactTimes, String voicemail, String contactFirst,
		String accessNeeds) implements StepForm {

	/** Takes what was typed; what was not sent is blank. */
	public ContactForm {
		phone = Text.line(phone);
		email = Text.line(email);
		contactTimes = Text.lines(contactTimes);
		voicemail = Text.line(voicemail);
		contactFirst = Text.line(contactFirst);
		accessNeeds = Text.area(accessNeeds);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		check(check, all.who().byHelper(), all.who().helperCanBeReached());
	}

	/**
	 * Notes what has to be put right, given whether somebody helps and can be reached.
	 */
	public void check(Check check, boolean byHelper, boolean helperCanBeReached) {
		if (this.phone.isEmpty() && this.email.isEmpty()) {
			check.wrong("phone", "required");
		}
		check.phone("phone").email("email");
		check.choices("contactTimes", TimeOfDay.class).choice("voicemail", YesNo.class);
		if (byHelper) {
			check.choice("contactFirst", Person.class);
			if (this.contactFirst.equals(Person.HELPER.name()) && !helperCanBeReached) {
				check.wrong("contactFirst", "unreachable");
			}
		}
		check.atMost(Check.AREA, "accessNeeds");
	}

	/** The form as it was filled in to give this contact. */
	public static ContactForm of(Contact contact) {
		Phone phone = contact.phone();
		EmailAddress email = contact.email();
		Boolean voicemail = contact.voicemail();
		return new ContactForm((phone != null) ? phone.display() : "", (email != null) ? email.value() : "",
				contact.times().stream().map(Enum::name).toList(),
				(voicemail == null) ? "" : (voicemail ? YesNo.YES : YesNo.NO).name(),
				(contact.first() != null) ? contact.first().name() : "", "");
	}

	/** The contact, once nothing has to be put right. */
	public Contact toContact(boolean byHelper) {
		return new Contact(Phone.parse(this.phone).orElse(null), EmailAddress.parse(this.email).orElse(null),
				Codes.all(TimeOfDay.class, this.contactTimes),
				Codes.find(YesNo.class, this.voicemail).map(YesNo.YES::equals).orElse(null),
				byHelper ? Codes.orNull(Person.class, this.contactFirst) : null);
	}

	@Override
	public String toString() {
		return "ContactForm[…]";
	}

}
