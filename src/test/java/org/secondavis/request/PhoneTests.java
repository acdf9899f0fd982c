package org.secondavis.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneTests {

	@ParameterizedTest
	@CsvSource({ "06 12 34 56 78, +33612345678", "06.12.34.56.78, +33612345678", "0612345678, +33612345678",
			"+33 6 12 34 56 78, +33612345678", "0033612345678, +33612345678", "+33 (0)6 12 34 56 78, +33612345678",
			"0032 2 555 12 12, +3225551212", "+44 20 7946 0958, +442079460958", "06-12-34-56-78, +33612345678",
			"0262 12 34 56, +33262123456", "O6 12 34 56 78, +33612345678", "06.12.34.56.7o, +33612345670" })
	void understandsWhatPeopleWrite(String text, String value) {
		assertThat(Phone.parse(text)).contains(new Phone(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12", "06 12 34", "06 12 34 5B 78", "06 12 34 56 78 poste 3", "téléphone",
			"06 12 34 56 78 90 12 34 56 78", "+999999999999999999" })
	void refusesWhatNobodyCanDial(String text) {
		assertThat(Phone.parse(text)).isEmpty();
	}

	@Test
	void isShownAsItIsReadInFrance() {
		assertThat(new Phone("+33612345678").display()).isEqualTo("06 12 34 56 78");
		assertThat(new Phone("+3225551212").display()).isEqualTo("+32 2 555 12 12");
	}

}
