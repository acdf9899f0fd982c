package org.secondavis.review;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.secondavis.staff.StaffMember;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.boot.test.context.TestComponent;

import static org.secondavis.PageToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Opens pages and sends forms in the name of a member of staff. */
@TestComponent
public class Replies {

	private final MockMvc mvc;

	Replies(MockMvc mvc) {
		this.mvc = mvc;
	}

	public Reply show(StaffMember member, String address) throws Exception {
		return reply(get(address).with(user(member)).locale(Locale.FRENCH));
	}

	/** Sends a form: names and values in turn. */
	public Reply send(StaffMember member, String address, String... fields) throws Exception {
		MockHttpServletRequestBuilder form = post(address).with(user(member)).with(csrf()).locale(Locale.FRENCH);
		for (int i = 0; i < fields.length; i += 2) {
			form.param(fields[i], fields[i + 1]);
		}
		return reply(form);
	}

	private Reply reply(MockHttpServletRequestBuilder request) throws Exception {
		MvcResult result = this.mvc.perform(request).andReturn();
		return new Reply(result.getResponse().getStatus(),
				result.getResponse().getContentAsString(StandardCharsets.UTF_8));
	}

	public record Reply(int status, String body) {
	}

}
