package org.secondavis.intake;

import java.time.LocalDate;
import java.util.List;

import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Phone;

/** Step 2: how the clinic reaches the patient. */
record ContactForm(String phone, String email, List<String> contactTimes, String voicemail, String contactFirst,
		String accessNeeds) implements StepForm {

	ContactForm {
		phone = Text.line(phone);
		email = Text.line(email);
		contactTimes = Text.lines(contactTimes);
		voicemail = Text.line(voicemail);
		contactFirst = Text.line(contactFirst);
		accessNeeds = Text.area(accessNeeds);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		if (this.phone.isEmpty() && this.email.isEmpty()) {
			check.wrong("phone", "required");
		}
		check.phone("phone").email("email");
		check.choices("contactTimes", TimeOfDay.class).choice("voicemail", YesNo.class);
		if (all.who().byHelper()) {
			check.choice("contactFirst", Person.class);
			if (this.contactFirst.equals(Person.HELPER.name()) && !all.who().helperCanBeReached()) {
				check.wrong("contactFirst", "unreachable");
			}
		}
		check.atMost(Check.AREA, "accessNeeds");
	}

	Contact toContact(boolean byHelper) {
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
