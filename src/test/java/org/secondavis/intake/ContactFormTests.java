package org.secondavis.intake;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.request.Contact;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Phone;

import static org.assertj.core.api.Assertions.assertThat;

class ContactFormTests {

	private static final TypedAnswers BY_HELPER = TypedAnswers.none().with(TypedForm.whoByHelper().as(WhoForm.class));

	@Test
	void whatIsTypedBecomesTheContact() {
		assertThat(TypedForm.contact().with("contactFirst", "HELPER").as(ContactForm.class).toContact(false))
			.isEqualTo(new Contact(new Phone("+33612345678"), new EmailAddress("zoe@patiente.example"),
					List.of(TimeOfDay.MORNING, TimeOfDay.EVENING), false, null));
	}

	@Test
	void aPhoneOrAnEmailIsEnough() {
		assertThat(Problems.of(Step.CONTACT, TypedForm.empty())).containsExactly("phone:required");
		assertThat(Problems.of(Step.CONTACT, TypedForm.empty().with("phone", "0612345678"))).isEmpty();
		assertThat(Problems.of(Step.CONTACT, TypedForm.empty().with("email", "a@b.example"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678",
			"0032 2 555 12 12", "+1 (212) 555-0123", " 06 12 34 56 78\u00A0" })
	void phonesAreTakenAsPeopleWriteThem(String phone) {
		assertThat(Problems.of(Step.CONTACT, TypedForm.contact().with("phone", phone))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "06 12 34", "non", "06 12 34 56 78 et 06 98 76 54 32", "😀" })
	void whatIsNoPhoneIsExplained(String phone) {
		assertThat(Problems.of(Step.CONTACT, TypedForm.contact().with("phone", phone)))
			.containsExactly("phone:noPhone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zoe", "zoe@", "@example.fr", "zoe@example", "zoe@example..fr", "zoe @example.fr",
			"zoe@example.fr, zoe@example.org" })
	void whatIsNoEmailIsExplained(String email) {
		assertThat(Problems.of(Step.CONTACT, TypedForm.contact().with("email", email)))
			.containsExactly("email:noEmail");
	}

	@Test
	void unknownCodesAreExplained() {
		assertThat(Problems.of(Step.CONTACT,
				TypedForm.contact().with("contactTimes", "MORNING", "NIGHT").with("voicemail", "PERHAPS")))
			.containsExactly("contactTimes:noChoice", "voicemail:noChoice");
	}

	@Test
	void whoIsCalledFirstCountsOnlyWhereAHelperAsks() {
		TypedForm typed = TypedForm.contact().with("contactFirst", "SOMEBODY");
		assertThat(Problems.of(Step.CONTACT, typed)).isEmpty();
		assertThat(Problems.of(Step.CONTACT, BY_HELPER, typed)).containsExactly("contactFirst:noChoice");
		assertThat(TypedForm.contact().with("contactFirst", "HELPER").as(ContactForm.class).toContact(true).first())
			.isEqualTo(Person.HELPER);
	}

	@Test
	void aHelperWhoIsCalledFirstCanBeReached() {
		TypedAnswers unreachable = TypedAnswers.none()
			.with(TypedForm.whoByHelper().without("helperPhone", "helperEmail").as(WhoForm.class));
		TypedForm typed = TypedForm.contact().with("contactFirst", "HELPER");
		assertThat(Problems.of(Step.CONTACT, BY_HELPER, typed)).isEmpty();
		assertThat(Problems.of(Step.CONTACT, unreachable, typed)).containsExactly("contactFirst:unreachable");
	}

}
