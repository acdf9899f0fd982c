package org.secondavis.encryption;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value stands. A value can only be opened at the place for which it was
 * sealed, so that nobody with access to the database can move it to another row.
 *
 * @param table the table
 * @param column the column
 * @param row the row's id
 */
public record Place(String table, String column, UUID row) {

	byte[] associatedData() {
		return "%s/%s/%s".formatted(this.table, this.column, this.row).getBytes(StandardCharsets.UTF_8);
	}

}
