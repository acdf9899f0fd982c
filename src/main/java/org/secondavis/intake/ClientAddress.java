package org.secondavis.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

/** Tells clients apart. */
final class ClientAddress {

	private static final int NETWORK_BYTES = 8;

	private ClientAddress() {
	}

	/**
	 * The address of the client; of an IPv6 address the network, since one household has
	 * as many addresses as it likes.
	 */
	static String of(HttpServletRequest request) {
		String address = request.getRemoteAddr();
		try {
			return (InetAddress.getByName(address) instanceof Inet6Address six)
					? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) : address;
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
