package org.secondavis.conversation;

import java.util.EnumSet;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceholderTests {

	@Test
	void whatIsKnownIsFilledInAndTheRestStays() {
		assertThat(Placeholder.fill("{nom}, {lieu}, {x}, {", Map.of(Placeholder.NAME, "Zoë $1 \\")))
			.isEqualTo("Zoë $1 \\, {lieu}, {x}, {");
	}

	@Test
	void aNameWithBracesIsNoPlaceholder() {
		assertThat(Placeholder.fill("{nom} {clinique}",
				Map.of(Placeholder.NAME, "{clinique}", Placeholder.CLINIC, "Tilleuls")))
			.isEqualTo("{clinique} Tilleuls");
	}

	@Test
	void whatIsOpenOrUnknownIsFound() {
		assertThat(Placeholder.open("{nom} {lieu} {x}", EnumSet.of(Placeholder.NAME))).containsExactly("{lieu}");
		assertThat(Placeholder.unknown("{nom} {Nom} {x} {x} {}")).containsExactly("{Nom}", "{x}", "{}");
	}

}
