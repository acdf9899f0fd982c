package org.secondavis.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

import org.secondavis.document.FileOwner;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.document.ScanResult;
import org.secondavis.export.Manifest.Reason;
import org.secondavis.interop.FhirBundles;
import org.secondavis.opinion.DeliveredDocument;
import org.secondavis.opinion.DeliveredDocuments;
import org.secondavis.pdf.Pdfs;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Packs all that the clinic holds of a request, for its own records. The files pass
 * through, opened and hashed on the way; none is ever held whole.
 */
@Component
class Archives {

	private static final Logger logger = LoggerFactory.getLogger(Archives.class);

	private final Requests requests;

	private final Sheets sheets;

	private final Pdfs pdfs;

	private final FhirBundles bundles;

	private final DeliveredDocuments opinions;

	private final PatientFiles files;

	private final ObjectWriter json;

	private final String version;

	private final Clock clock;

	Archives(Requests requests, Sheets sheets, Pdfs pdfs, FhirBundles bundles, DeliveredDocuments opinions,
			PatientFiles files, JsonMapper json, ObjectProvider<BuildProperties> build, Clock clock) {
		this.requests = requests;
		this.sheets = sheets;
		this.pdfs = pdfs;
		this.bundles = bundles;
		this.opinions = opinions;
		this.files = files;
		this.json = json.writerWithDefaultPrettyPrinter();
		BuildProperties built = build.getIfAvailable();
		this.version = (built != null && built.getVersion() != null) ? built.getVersion() : "unknown";
		this.clock = clock;
	}

	/** Begins an archive for a member of staff; nothing has left yet. */
	Packing of(Reference reference, StaffMember reader, Locale language) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
		Map<PatientFile, String> names = new HashMap<>();
		List<PatientFile> sent = this.files.of(FileOwner.request(request.getId()));
		sent.forEach((file) -> names.put(file, EntryName.of(names.size() + 1, file.downloadName())));
		byte[] bundle = this.bundles.write(reference, language, (file) -> names.getOrDefault(file, ""))
			.orElseThrow(NotFoundException::new);
		byte[] printed = this.pdfs.write("pdf/sheet", Map.of("sheet", this.sheets.record(reference, reader, language)),
				language);
		List<DeliveredDocument> opinions = this.opinions.of(request.getId());
		return (out) -> pack(reference, printed, bundle, opinions, sent, names, new Parcel(out));
	}

	private void pack(Reference reference, byte[] printed, byte[] bundle, List<DeliveredDocument> opinions,
			List<PatientFile> sent, Map<PatientFile, String> names, Parcel parcel) throws IOException {
		parcel.add("demande.pdf", "application/pdf", printed);
		parcel.add("demande.fhir.json", "application/fhir+json", bundle);
		List<Manifest.LeftOut> leftOut = new ArrayList<>();
		int number = 0;
		for (DeliveredDocument opinion : opinions) {
			number++;
			String name = "avis/%02d-%s-%s.pdf".formatted(number, opinion.addendum() ? "complement" : "avis",
					opinion.forDoctor() ? "medecin" : "patient");
			if (opinion.isReadable()) {
				parcel.add(name, "application/pdf", opinion.content());
			}
			else {
				leftOut.add(new Manifest.LeftOut(name, "application/pdf", 0, Reason.UNREADABLE));
			}
		}
		for (PatientFile file : sent) {
			Reason reason = add(file, names.getOrDefault(file, ""), parcel);
			if (reason != null) {
				leftOut.add(new Manifest.LeftOut(file.name(), file.type().mediaType(), file.size(), reason));
			}
		}
		Manifest manifest = new Manifest(Manifest.FORMAT, reference.value(), this.clock.instant(), this.version,
				parcel.entries(), leftOut);
		parcel.add("manifest.json", "application/json", this.json.writeValueAsBytes(manifest));
		parcel.add("SHA256SUMS", "text/plain", parcel.sums().getBytes(StandardCharsets.UTF_8));
		parcel.finish();
	}

	/** Adds a file; gives the reason if it is left out. */
	private @Nullable Reason add(PatientFile file, String name, Parcel parcel) throws IOException {
		if (file.scan() == ScanResult.INFECTED) {
			return Reason.INFECTED;
		}
		if (!file.mayBeOpened()) {
			return (file.scan() == ScanResult.PENDING) ? Reason.NOT_SCANNED_YET : Reason.UNREADABLE;
		}
		try (InputStream content = open(file)) {
			if (content == null) {
				return Reason.UNREADABLE;
			}
			parcel.add(name, file.type().mediaType(), content);
			return null;
		}
	}

	private @Nullable InputStream open(PatientFile file) {
		try {
			return this.files.open(file);
		}
		catch (IOException ex) {
			logger.warn("File {} cannot be opened and is left out of an archive", file.id());
			return null;
		}
	}

}
