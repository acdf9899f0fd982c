package org.secondavis.clinic;

import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one colour that a clinic gives the pages: links, buttons and what is chosen. From
 * it come the shades for light and dark screens. Text in it is read on its own pale
 * shade, so it must stand out from that as WCAG 2.2 asks of text (success criterion
 * 1.4.3: 4.5 to 1).
 */
public final class Accent {

	private static final Pattern CODE = Pattern.compile("#?[0-9a-fA-F]{6}");

	private static final double LEGIBLE = 4.5;

	private static final Shade WHITE = new Shade(255, 255, 255);

	private static final Shade BLACK = new Shade(0, 0, 0);

	/** The paper of dark screens, as in the style sheet. */
	private static final Shade NIGHT = new Shade(0x11, 0x17, 0x1e);

	private final Shade colour;

	private Accent(Shade colour) {
		this.colour = colour;
	}

	/**
	 * Reads a colour such as {@code #0b5c73}.
	 * @throws IllegalArgumentException if it is none, or too pale to be read
	 */
	public static Accent of(String code) {
		if (!CODE.matcher(code).matches()) {
			throw new IllegalArgumentException("is no colour such as #0b5c73");
		}
		int number = HexFormat.fromHexDigits(code.replace("#", ""));
		Accent accent = new Accent(new Shade(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff));
		if (accent.colour.contrastTo(accent.wash()) < LEGIBLE) {
			throw new IllegalArgumentException("is too pale to be read");
		}
		return accent;
	}

	/** Its six digits, which can stand in an address. */
	public String code() {
		return this.colour.toString().substring(1);
	}

	/**
	 * The rules that colour the pages in it, with pairs that can be read on any screen.
	 */
	public String styleSheet() {
		Shade bright = legibleOnNight();
		return """
				:root { --accent: %s; --accent-strong: %s; --accent-wash: %s; --on-accent: %s }
				@media (prefers-color-scheme: dark) {
					:root { --accent: %s; --accent-strong: %s; --accent-wash: %s; --on-accent: %s }
				}
				@media print { :root { --accent: #000000; --accent-strong: #000000; --accent-wash: #ffffff } }
				""".formatted(this.colour, this.colour.mixedWith(BLACK, 0.33), wash(), WHITE, bright,
				bright.mixedWith(WHITE, 0.5), nightWash(), bright.mixedWith(BLACK, 0.85));
	}

	private Shade wash() {
		return this.colour.mixedWith(WHITE, 0.9);
	}

	private Shade nightWash() {
		return this.colour.mixedWith(NIGHT, 0.7);
	}

	private Shade legibleOnNight() {
		Shade shade = this.colour;
		while (shade.contrastTo(nightWash()) < 7) {
			shade = shade.mixedWith(WHITE, 0.1);
		}
		return shade;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Accent accent && accent.colour.equals(this.colour);
	}

	@Override
	public int hashCode() {
		return this.colour.hashCode();
	}

	@Override
	public String toString() {
		return this.colour.toString();
	}

	/** A colour of a screen; parts from 0 to 255. */
	private record Shade(int red, int green, int blue) {

		Shade mixedWith(Shade other, double share) {
			return new Shade(mixed(this.red, other.red, share), mixed(this.green, other.green, share),
					mixed(this.blue, other.blue, share));
		}

		// rounded up, so that mixing with white gets there in the end
		private static int mixed(int one, int other, double share) {
			return (int) Math.ceil(one * (1 - share) + other * share);
		}

		/** How much they stand out from one another: 1 to 21, as WCAG 2.2 defines it. */
		double contrastTo(Shade other) {
			double lighter = Math.max(luminance(), other.luminance());
			double darker = Math.min(luminance(), other.luminance());
			return (lighter + 0.05) / (darker + 0.05);
		}

		private double luminance() {
			return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
		}

		private static double linear(int part) {
			double share = part / 255.0;
			return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
		}

		@Override
		public String toString() {
			return "#%02x%02x%02x".formatted(this.red, this.green, this.blue);
		}

	}

}
