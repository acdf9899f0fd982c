package org.secondavis.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Takes a request with many large files to the clinic's own records. */
final class Secretariat {

	/** As much as one request may have. */
	static final int FILES = 10;

	private static final String EMAIL = "secretariat@tilleuls.example";

	private static final String PASSWORD = "un mot de passe pour mesurer";

	private static final String SUMS = "SHA256SUMS";

	private final URI site;

	private final Duration time;

	/** Employs somebody. */
	Secretariat(URI site, Duration time, JdbcClient jdbc) {
		this.site = site;
		this.time = time;
		jdbc.sql("""
				insert into staff_account (id, version, email, name, role, password_hash, created_at)
				values (:id, 0, :email, 'Paul Petit', 'SECRETARIAT', :hash, now())
				""")
			.param("id", UUID.randomUUID())
			.param("email", EMAIL)
			.param("hash", "{bcrypt}" + new BCryptPasswordEncoder(12).encode(PASSWORD))
			.update();
	}

	/** One archive after the other; each has to hold all that was sent, byte by byte. */
	Measured takeArchives(String reference) throws IOException, InterruptedException, ExecutionException {
		Browser browser = new Browser(this.site);
		browser.post(browser.get("/connexion"), "username", EMAIL, "password", PASSWORD);
		Map<String, String> sent = new HashMap<>();
		for (int number = 1; number <= FILES; number++) {
			sent.put("fichiers/%03d-irm-%d.pdf".formatted(number, number),
					sum(new LargeFile(Patients.FILE_MEGABYTES, number)));
		}
		String what = "archives of %d MB".formatted(FILES * Patients.FILE_MEGABYTES);
		return new Load(1, this.time).measure(what, () -> {
			try (InputStream archive = browser.download("/admin/demandes/%s/archive".formatted(reference))) {
				check(archive, sent);
			}
			return true;
		});
	}

	private static void check(InputStream archive, Map<String, String> sent) throws IOException {
		Map<String, String> found = new HashMap<>();
		Map<String, String> promised = Map.of();
		try (ZipInputStream zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(SUMS)) {
					promised = new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines()
						.collect(Collectors.toMap((line) -> line.substring(66), (line) -> line.substring(0, 64)));
				}
				else {
					found.put(entry.getName(), sum(zip));
				}
			}
		}
		if (!found.equals(promised) || !found.entrySet().containsAll(sent.entrySet())) {
			throw new IllegalStateException("An archive does not hold what was sent, but " + found.keySet());
		}
	}

	private static String sum(InputStream content) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
