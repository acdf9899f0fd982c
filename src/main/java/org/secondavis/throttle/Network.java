package org.secondavis.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells clients apart by where they are. */
public final class Network {

	private static final int NETWORK_BYTES = 8;

	private Network() {
	}

	/**
	 * The network that counts as one client: of an IPv6 address the first half, since a
	 * household has as many addresses as it likes, of any other the address itself.
	 * @param address the client's address, as digits
	 */
	public static String of(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			return (InetAddress.getByName(address) instanceof Inet6Address six)
					? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) : address;
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
