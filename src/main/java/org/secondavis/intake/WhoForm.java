package org.secondavis.intake;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Contact.Person;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Helper;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Patient;
import org.secondavis.request.Phone;

/** Step 1: who is ill, and who fills in the form. */
record WhoForm(String filledBy, String birthName, String usedName, String firstName, String birthDay, String birthMonth,
		String birthYear, String helperName, String helperRelation, String helperPhone, String helperEmail,
		String helperAgreement) implements StepForm {

	private static final int OLDEST = 130;

	WhoForm {
		filledBy = Text.line(filledBy);
		birthName = Text.line(birthName);
		usedName = Text.line(usedName);
		firstName = Text.line(firstName);
		birthDay = Text.line(birthDay);
		birthMonth = Text.line(birthMonth);
		birthYear = Text.line(birthYear);
		helperName = Text.line(helperName);
		helperRelation = Text.line(helperRelation);
		helperPhone = Text.line(helperPhone);
		helperEmail = Text.line(helperEmail);
		helperAgreement = Text.line(helperAgreement);
	}

	@Override
	public void check(Check check, TypedAnswers all, LocalDate today) {
		check.required("filledBy").choice("filledBy", Person.class);
		check.required("birthName", "firstName").name("birthName", "usedName", "firstName");
		checkBirthDate(check, today);
		if (byHelper()) {
			checkHelper(check);
		}
	}

	private void checkBirthDate(Check check, LocalDate today) {
		DateParts parts = birthDateParts();
		if (parts.isBlank()) {
			check.wrong("birthDay", "required");
		}
		else if (parts.isIncomplete()) {
			check.wrong("birthDay", "incomplete");
		}
		else if (DateParts.yearNumber(parts.year()).isEmpty()) {
			check.wrong("birthDay", "noYear");
		}
		else {
			parts.date().ifPresentOrElse((date) -> {
				if (date.isAfter(today)) {
					check.wrong("birthDay", "future");
				}
				else if (!date.isAfter(today.minusYears(OLDEST))) {
					check.wrong("birthDay", "tooOld", OLDEST);
				}
			}, () -> check.wrong("birthDay", "noDate"));
		}
	}

	private void checkHelper(Check check) {
		check.required("helperName").name("helperName");
		check.required("helperRelation").choice("helperRelation", Relation.class);
		check.phone("helperPhone").email("helperEmail");
		// the patient alone may ask; only a guardian decides in the patient's place
		if (!byGuardian() && !this.helperAgreement.equals(YesNo.YES.name())) {
			check.wrong("helperAgreement", "required");
		}
	}

	boolean byHelper() {
		return this.filledBy.equals(Person.HELPER.name());
	}

	boolean byGuardian() {
		return byHelper() && this.helperRelation.equals(Relation.GUARDIAN.name());
	}

	boolean helperCanBeReached() {
		return !this.helperPhone.isEmpty() || !this.helperEmail.isEmpty();
	}

	DateParts birthDateParts() {
		return new DateParts(this.birthDay, this.birthMonth, this.birthYear);
	}

	Patient toPatient() {
		return new Patient(this.birthName, Text.orNull(this.usedName), this.firstName,
				birthDateParts().date().orElseThrow());
	}

	/** The helper; what was typed of one counts only when a helper fills in the form. */
	@Nullable Helper toHelper() {
		return byHelper()
				? Helper.asking(this.helperName, Relation.valueOf(this.helperRelation),
						Phone.parse(this.helperPhone).orElse(null), EmailAddress.parse(this.helperEmail).orElse(null))
				: null;
	}

	@Override
	public String toString() {
		return "WhoForm[…]";
	}

}
