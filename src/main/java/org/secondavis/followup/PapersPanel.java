package org.secondavis.followup;

import java.util.List;
import java.util.Map;

import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.document.PatientFile;
import org.secondavis.document.UploadRules;

/**
 * The papers on the patient's page.
 *
 * @param open whether more may be sent: not once the request has ended
 * @param asked those that staff have asked for and that are still to come
 * @param answers what the patient has answered of these, instead of sending them
 * @param missing those that a doctor can hardly do without, and that the patient has not
 * @param files those that were sent, oldest first
 * @param rules what may be sent
 */
record PapersPanel(boolean open, List<PaperType> asked, Map<PaperType, Availability> answers, List<PaperType> missing,
		List<PatientFile> files, UploadRules rules) {
}
