package org.secondavis.clinic;

import java.awt.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccentTests {

	@Test
	void theStyleSheetHoldsTheColourAndItsShades() {
		Accent accent = Accent.of("#7A1F5C");
		assertThat(accent.code()).isEqualTo("7a1f5c");
		assertThat(accent.styleSheet()).contains("--accent: #7a1f5c;", "--on-accent: #ffffff",
				"prefers-color-scheme: dark");
	}

	@ParameterizedTest
	@ValueSource(strings = { "#000000", "#0b5c73", "#7a1f5c", "#0000ff", "#8b0000" })
	void onDarkScreensTheColourIsALightShade(String code) {
		String dark = Accent.of(code).styleSheet().replaceFirst("(?s).*dark\\) \\{.*?--accent: (#\\w{6}).*", "$1");
		Color shade = Color.decode(dark);
		assertThat(shade.getRed() + shade.getGreen() + shade.getBlue()).isGreaterThan(350);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "blue", "#12345", "#1234567", "#ffd166", "#ffffff", "#00ff00", "} body { x: y" })
	void whatIsNoColourOrTooPaleIsRefused(String code) {
		assertThatIllegalArgumentException().isThrownBy(() -> Accent.of(code));
	}

}
