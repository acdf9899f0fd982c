package org.secondavis.document;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who looks for viruses.
 *
 * @param address where clamd listens, {@code host:port}; empty if nowhere
 */
@ConfigurationProperties("secondavis.scanner")
@Validated
record ScannerProperties(@DefaultValue("") @Pattern(regexp = "|\\S+:\\d{1,5}") String address) {

	boolean present() {
		return !this.address.isEmpty();
	}

	String host() {
		return this.address.substring(0, this.address.lastIndexOf(':'));
	}

	int port() {
		return Integer.parseInt(this.address.substring(this.address.lastIndexOf(':') + 1));
	}

}
