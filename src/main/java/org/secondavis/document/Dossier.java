package org.secondavis.document;

import java.util.List;

/**
 * The papers of a request.
 *
 * @param papers which of them the patient has, as far as that was told
 * @param files what was sent of them, oldest first
 */
public record Dossier(List<Paper> papers, List<PatientFile> files) {
}
