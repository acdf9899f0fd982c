package org.secondavis.queue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;
import org.secondavis.request.SearchText;
import org.secondavis.request.Situation.CancerSite;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which requests the queue shows. Whatever the address holds makes a filter; what nobody
 * can mean is left out and said so.
 *
 * @param me who reads it
 * @param tab the statuses
 * @param site the site of cancer, or all
 * @param assignee {@code me}, {@code none}, the id of an account, or empty for all
 * @param account the account meant by it, if one is
 * @param flag what the requests must stand out by, or none
 * @param q what is searched for, or empty
 * @param sort the order
 * @param page from 1; the queue ends it at the last one
 * @param anchor the request beside which the page lies, which then goes before its number
 * @param backwards whether the page ends before the anchor, instead of beginning after it
 * @param partlyUnknown whether something of the address was left out
 */
record QueueFilter(UUID me, Tab tab, @Nullable CancerSite site, String assignee, @Nullable UUID account,
		@Nullable Flag flag, String q, Sort sort, int page, @Nullable String anchor, boolean backwards,
		boolean partlyUnknown) {

	static final String ME = "me";

	static final String NONE = "none";

	private static final int LONGEST_SEARCH = 200;

	static QueueFilter of(QueueParameters parameters, UUID me, Collection<UUID> accounts) {
		String q = searched(parameters.q());
		Tab usual = q.isEmpty() ? Tab.OPEN : Tab.ALL;
		Known<Tab> tab = Known.of(parameters.status(), Tab::valueOf);
		Known<CancerSite> site = Known.of(parameters.site(), CancerSite::valueOf);
		Known<Flag> flag = Known.of(parameters.flag(), (code) -> coded(Flag.values(), Flag::code, code));
		Known<Sort> sort = Known.of(parameters.sort(), (code) -> coded(Sort.values(), Sort::code, code));
		Known<Integer> page = Known.of(parameters.page(), Integer::valueOf);
		Known<String> assignee = Known.of(parameters.assignee(),
				(code) -> (ME.equals(code) || NONE.equals(code) || accounts.contains(UUID.fromString(code))) ? code
						: null);
		Known<String> before = Known.of(parameters.before(), QueueFilter::reference);
		Known<String> after = Known.of(parameters.after(), QueueFilter::reference);
		return new QueueFilter(me, tab.or(usual), site.value(), assignee.or(""), account(assignee.value(), me),
				flag.value(), q, sort.or(Sort.PRESSING), Math.max(1, page.or(1)),
				(before.value() != null) ? before.value() : after.value(), before.value() != null,
				Stream.of(tab, site, flag, sort, page, assignee, before, after).anyMatch(Known::wrong));
	}

	private static <T> @Nullable T coded(T[] values, Function<T, String> code, String wanted) {
		return Arrays.stream(values).filter((value) -> code.apply(value).equals(wanted)).findFirst().orElse(null);
	}

	private static @Nullable String reference(String text) {
		return Reference.parse(text).map(Reference::value).orElse(null);
	}

	private static @Nullable UUID account(@Nullable String assignee, UUID me) {
		if (assignee == null || NONE.equals(assignee)) {
			return null;
		}
		return ME.equals(assignee) ? me : UUID.fromString(assignee);
	}

	private static String searched(@Nullable String q) {
		String text = (q != null) ? q.replaceAll("\\p{Cntrl}", " ").strip() : "";
		return text.substring(0, Math.min(text.length(), LONGEST_SEARCH));
	}

	boolean unassigned() {
		return NONE.equals(this.assignee);
	}

	public boolean searching() {
		return !this.q.isEmpty();
	}

	/** Whether something other than the tab and the search narrows the list. */
	public boolean narrowed() {
		return this.site != null || this.flag != null || !this.assignee.isEmpty();
	}

	/**
	 * What the search column must hold: each word, or the digits of a phone number
	 * however it is written.
	 */
	List<String> words() {
		if (this.q.matches("[\\d\\s.+()/-]*\\d[\\d\\s.+()/-]*")) {
			return List.of(digits());
		}
		return Arrays.stream(SearchText.normalise(this.q).split(" ")).filter((word) -> !word.isEmpty()).toList();
	}

	// 0033 6…, +33 6… and +33 (0)6… all stand as 336…
	private String digits() {
		String digits = this.q.replaceAll("\\D", "");
		String international = digits.replaceFirst("^00(?=\\d)", "");
		boolean prefixed = this.q.startsWith("+") || !international.equals(digits);
		return prefixed ? international.replaceFirst("^330", "33") : digits;
	}

	/** The same, but for what is searched for: it may be a name. */
	QueueFilter withoutSearch() {
		return new QueueFilter(this.me, this.tab, this.site, this.assignee, this.account, this.flag, "", this.sort, 1,
				null, false, false);
	}

	/** The address of another tab with the same filters. */
	public String urlOf(Tab other) {
		return url("/admin", other);
	}

	/** The address of all that it lets through, as a table. */
	public String exportUrl() {
		return url("/admin/export.csv", this.tab);
	}

	private String url(String path, Tab other) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(path).queryParam("status", other);
		Optional.ofNullable(this.site).ifPresent((value) -> url.queryParam("site", value));
		Optional.of(this.assignee)
			.filter((value) -> !value.isEmpty())
			.ifPresent((value) -> url.queryParam("assignee", value));
		Optional.ofNullable(this.flag).ifPresent((value) -> url.queryParam("flag", value.code()));
		Optional.of(this.sort)
			.filter((value) -> value != Sort.PRESSING)
			.ifPresent((value) -> url.queryParam("sort", value.code()));
		if (searching()) {
			url.queryParam("q", "{q}");
		}
		return url.encode().buildAndExpand(this.q).toUriString();
	}

	/** The address of this list, but for the page. */
	public String url() {
		return urlOf(this.tab);
	}

	private record Known<T>(@Nullable T value, boolean wrong) {

		static <T> Known<T> of(@Nullable String text, Function<String, @Nullable T> reader) {
			if (text == null || text.isBlank()) {
				return new Known<>(null, false);
			}
			try {
				T value = reader.apply(text.strip());
				return new Known<>(value, value == null);
			}
			catch (IllegalArgumentException ex) {
				return new Known<>(null, true);
			}
		}

		T or(T usual) {
			return (this.value != null) ? this.value : usual;
		}

	}

}
