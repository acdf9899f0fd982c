import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches Maven, compares its SHA-512 and unpacks it: from the address given or, where that is out of reach, through
 * an installed mvn with its own settings. Run by mvnw and mvnw.cmd with the address, the SHA-512 and the folder to make.
 * MVNW_REPOURL can name a Maven repository to take it from instead.
 */
class FetchMaven {

	private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

	public static void main(String[] args) throws Exception {
		Path target = Path.of(args[2]).toAbsolutePath();
		try {
			fetch(URI.create(args[0]), args[1], target);
		}
		catch (IllegalStateException ex) {
			stop(ex.getMessage());
		}
		catch (IOException ex) {
			stop("Maven cannot be stored in " + target + ": " + ex + ".");
		}
	}

	private static void stop(String sentence) {
		System.err.println("mvnw: " + sentence);
		System.exit(1);
	}

	private static void fetch(URI address, String sum, Path target) throws Exception {
		String version = address.getPath().replaceAll(".*/apache-maven-(.*)-bin\\.zip", "$1");
		System.err.println("mvnw: fetching Maven " + version + " (only this once)");
		Path dists = Files.createDirectories(target.getParent());
		Path work = Files.createTempDirectory(dists, "unfinished-");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
		Path zip = work.resolve("apache-maven-" + version + "-bin.zip");
		String source = obtain(zip, version, address, work);
		if (!sum.equalsIgnoreCase(sha512(zip))) {
			throw new IllegalStateException("what came from " + source + " is not Maven " + version
					+ ": its SHA-512 differs from distributionSha512Sum in .mvn/wrapper/maven-wrapper.properties.");
		}
		Path unpacked = work.resolve("unpacked");
		unpack(zip, unpacked);
		publish(unpacked, target);
	}

	/** Returns where the file came from. */
	private static String obtain(Path zip, String version, URI address, Path work) throws Exception {
		String repository = System.getenv("MVNW_REPOURL");
		URI source = (repository == null || repository.isBlank()) ? address
				: URI.create(repository.strip().replaceAll("/$", "") + "/org/apache/maven/apache-maven/" + version + "/"
						+ zip.getFileName());
		String downloadFailure = download(source, zip);
		if (downloadFailure == null) {
			return source.toString();
		}
		String copyFailure = copyWithInstalledMaven(version, work);
		if (copyFailure == null) {
			return "the installed mvn";
		}
		throw new IllegalStateException("Maven " + version + " could be had neither from " + source + " ("
				+ downloadFailure + ") nor through an installed mvn (" + copyFailure
				+ "): connect to the network, set MVNW_REPOURL to the address of a Maven repository within reach,"
				+ " or put a working mvn on the PATH, and start again.");
	}

	/** Returns what went wrong, or null. */
	private static String download(URI source, Path zip) throws InterruptedException {
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(Duration.ofSeconds(10))
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		HttpRequest request = HttpRequest.newBuilder(source).timeout(Duration.ofSeconds(30)).build();
		try {
			int status = client.sendAsync(request, HttpResponse.BodyHandlers.ofFile(zip))
				.get(10, TimeUnit.MINUTES)
				.statusCode();
			return (status == 200) ? null : "status " + status;
		}
		catch (ExecutionException ex) {
			return ex.getCause().getClass().getSimpleName();
		}
		catch (TimeoutException ex) {
			return "too slow";
		}
	}

	/** Returns what went wrong, or null. */
	private static String copyWithInstalledMaven(String version, Path work) throws InterruptedException {
		String mvn = (File.separatorChar == '\\') ? "mvn.cmd" : "mvn";
		ProcessBuilder copy = new ProcessBuilder(mvn, "-B", "-q", COPY,
				"-Dartifact=org.apache.maven:apache-maven:" + version + ":zip:bin", "-DoutputDirectory=.");
		copy.directory(work.toFile()).redirectErrorStream(true).redirectOutput(work.resolve("mvn.log").toFile());
		try {
			return (copy.start().waitFor() == 0) ? null : "it failed";
		}
		catch (IOException ex) {
			return "there is none";
		}
	}

	private static String sha512(Path file) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-512");
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Leaves out the archive's one top folder; gives back the right to run, which Java's reader of archives drops. */
	private static void unpack(Path zip, Path folder) throws IOException {
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				Path file = folder.resolve(entry.getName().replaceFirst("^[^/]+/", ""));
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.getParent());
				Files.copy(in, file);
				if (file.startsWith(folder.resolve("bin"))) {
					file.toFile().setExecutable(true, false);
				}
			}
		}
	}

	/** Another start may have been faster: then its folder is as good. */
	private static void publish(Path unpacked, Path target) {
		try {
			Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			if (!Files.exists(target.resolve("bin/mvn"))) {
				throw new IllegalStateException("the folder " + target + " is in the way: delete it and start again.", ex);
			}
		}
	}

	private static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
		catch (IOException ex) {
			// what is left is a temporary folder with a telling name
		}
	}

}
