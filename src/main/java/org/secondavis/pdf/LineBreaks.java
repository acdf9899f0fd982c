package org.secondavis.pdf;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: where Java says so, but not after an apostrophe, which in French
 * holds two words together.
 */
class LineBreaks implements FSTextBreaker {

	private final BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);

	private String text = "";

	@Override
	public void setText(String text) {
		this.text = text;
		this.places.setText(text);
	}

	@Override
	public int next() {
		int place = this.places.next();
		while (place != BreakIterator.DONE && place < this.text.length() && this.text.charAt(place - 1) == '’') {
			place = this.places.next();
		}
		return place;
	}

}
