package org.secondavis.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/** What patients do, many times over. */
final class Patients {

	/** About what one may be. */
	static final int FILE_MEGABYTES = 50;

	private static final int HELPERS = 16;

	private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofHours(1);

	private final URI site;

	private final Duration time;

	private final Queue<Checked> checked = new ConcurrentLinkedQueue<>();

	private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

	private final Queue<String> references = new ConcurrentLinkedQueue<>();

	Patients(URI site, Duration time) {
		this.site = site;
		this.time = time;
	}

	/** Lets the application get into its stride. */
	void warmUp() throws InterruptedException, ExecutionException {
		makeJourneys(HELPERS);
		makeJourneys(HELPERS);
		readInformation(HELPERS);
	}

	/** From the start page to the reference, each by a new patient. */
	Measured makeJourneys(int clients) throws InterruptedException, ExecutionException {
		return new Load(clients, this.time).measure("whole journeys", () -> {
			Journey journey = new Journey(new Browser(this.site));
			this.references.add(journey.reference(journey.send(journey.fillIn())));
			return true;
		});
	}

	/** The last click alone: forms are filled in before, confirmations are read after. */
	Measured submit(int clients) throws InterruptedException, ExecutionException {
		Measured before = new Load(HELPERS, this.time).measure("forms filled in", this::fillIn);
		Measured clicks = new Load(clients, this.time).measure("final submissions", this::submit);
		Measured after = new Load(HELPERS, AS_LONG_AS_IT_TAKES).measure("confirmations", this::readConfirmation);
		return clicks.withErrorsOf(before).withErrorsOf(after);
	}

	private boolean fillIn() throws IOException, InterruptedException {
		Journey journey = new Journey(new Browser(this.site));
		return this.checked.add(new Checked(journey, journey.fillIn()));
	}

	private boolean submit() throws IOException, InterruptedException {
		Checked next = this.checked.poll();
		return next != null && this.sent.add(new Sent(next.journey(), next.journey().send(next.page())));
	}

	private boolean readConfirmation() throws IOException, InterruptedException {
		Sent next = this.sent.poll();
		return next != null && this.references.add(next.journey().reference(next.confirmation()));
	}

	/** From the start page to a file that has arrived, each by a new patient. */
	Measured sendFiles(int clients) throws InterruptedException, ExecutionException {
		return new Load(clients, this.time).measure("files of %d MB".formatted(FILE_MEGABYTES), () -> {
			Browser browser = new Browser(this.site);
			browser.submit(browser.get("/demande"));
			send(browser, Map.of("irm.pdf", new LargeFile(FILE_MEGABYTES, 0)));
			return true;
		});
	}

	private static void send(Browser browser, Map<String, InputStream> files) throws IOException, InterruptedException {
		String next = browser.post(browser.get("/demande/documents"), files);
		if (!next.startsWith("/demande/verification")) {
			throw new IllegalStateException("A file was not kept");
		}
	}

	/** A request with that many large files; gives its reference. */
	String sendWithFiles(int files) throws IOException, InterruptedException {
		Browser browser = new Browser(this.site);
		Journey journey = new Journey(browser);
		journey.fillIn();
		Map<String, InputStream> chosen = new LinkedHashMap<>();
		for (int number = 1; number <= files; number++) {
			chosen.put("irm-%d.pdf".formatted(number), new LargeFile(FILE_MEGABYTES, number));
		}
		send(browser, chosen);
		String reference = journey.reference(journey.send(browser.get("/demande/verification")));
		this.references.add(reference);
		return reference;
	}

	/** The longest page of the form, with answers in it. */
	Measured openFormPages(int clients) throws IOException, InterruptedException, ExecutionException {
		Queue<Browser> browsers = new ConcurrentLinkedQueue<>();
		for (int i = 0; i < clients; i++) {
			Browser browser = new Browser(this.site);
			new Journey(browser).fillIn();
			browsers.add(browser);
		}
		return new Load(clients, this.time).measure("form pages", () -> {
			Browser browser = browsers.remove();
			browser.get("/demande/situation").at("/demande/situation");
			return browsers.add(browser);
		});
	}

	/** A page of text, each time by somebody new. */
	Measured readInformation(int clients) throws InterruptedException, ExecutionException {
		return new Load(clients, this.time).measure("information pages", () -> {
			new Browser(this.site).get("/information/pourquoi").at("/information/pourquoi");
			return true;
		});
	}

	/** The references that were shown so far. */
	List<String> references() {
		return List.copyOf(this.references);
	}

	/** One whose form is filled in. */
	private record Checked(Journey journey, Page page) {
	}

	/** One whose request is sent. */
	private record Sent(Journey journey, String confirmation) {
	}

}
