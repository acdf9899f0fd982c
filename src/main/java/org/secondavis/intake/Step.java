package org.secondavis.intake;

import java.util.Locale;

/** The steps in which answers are typed; the check page is the last one. */
enum Step {

	WHO("qui", WhoForm.class), CONTACT("contact", ContactForm.class), SITUATION("situation", SituationForm.class),
	EXPECTATIONS("attentes", ExpectationsForm.class), PAPERS("documents", PapersForm.class);

	static final String CHECK_URL = "/demande/verification";

	private final String path;

	private final Class<? extends StepForm> form;

	Step(String path, Class<? extends StepForm> form) {
		this.path = path;
		this.form = form;
	}

	static Step of(String path) {
		for (Step step : values()) {
			if (step.path.equals(path)) {
				return step;
			}
		}
		throw new IllegalArgumentException("There is no such step");
	}

	Class<? extends StepForm> form() {
		return this.form;
	}

	/** The name of the template. */
	String view() {
		return "intake/" + name().toLowerCase(Locale.ROOT);
	}

	int number() {
		return ordinal() + 1;
	}

	String url() {
		return "/demande/" + this.path;
	}

	String previousUrl() {
		return (ordinal() == 0) ? "/demande" : values()[ordinal() - 1].url();
	}

	String nextUrl() {
		return (ordinal() == values().length - 1) ? CHECK_URL : values()[ordinal() + 1].url();
	}

}
