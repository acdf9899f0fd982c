package org.secondavis.request;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@ParameterizedTest
	@CsvSource({ "zoe@patiente.example, zoe@patiente.example",
			"Zoe.Ng+avis@Patiente.Example, Zoe.Ng+avis@patiente.example", "o'brien@x.example, o'brien@x.example",
			"zoe@été.example, zoe@xn--t-9fab.example" })
	void takesWhatAMailServerTakes(String text, String value) {
		assertThat(EmailAddress.parse(text)).map(EmailAddress::value).contains(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "zoe", "zoe@", "@patiente.example", "zoe@patiente", "zoe @patiente.example",
			"zoe@@patiente.example", ".zoe@patiente.example", "zoe..ng@patiente.example", "zoë@patiente.example",
			"zoe@-patiente.example", "zoe@patiente..example", "zoe@patiente.example\nBcc: x@y.example",
			"a@b.example, c@d.example", "<zoe@patiente.example>", "zoe@127.0.0.1" })
	void refusesWhatNoMailServerDelivers(String text) {
		assertThat(EmailAddress.parse(text)).isEmpty();
	}

}
