package org.secondavis.staff;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which administrators look after the accounts. */
@Controller
@RequestMapping("/admin/comptes")
class AccountsController {

	private final StaffAccounts accounts;

	private final AccountAdministration administration;

	AccountsController(StaffAccounts accounts, AccountAdministration administration) {
		this.accounts = accounts;
		this.administration = administration;
	}

	@ModelAttribute("roles")
	List<Role> roles() {
		return List.of(Role.values());
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("accounts", this.accounts.findAllByOrderByName().stream().map(AccountView::of).toList());
		return "staff/accounts";
	}

	@GetMapping("/nouveau")
	String newAccount(@ModelAttribute("form") AccountForm form) {
		return "staff/new-account";
	}

	@PostMapping("/nouveau")
	String invite(@ModelAttribute("form") AccountForm form, BindingResult errors, RedirectAttributes redirect) {
		form.check(errors);
		if (!errors.hasErrors()
				&& !this.administration.invite(form.username(), form.name(), Role.valueOf(form.role()))) {
			errors.rejectValue("username", "account.username.taken");
		}
		return errors.hasErrors() ? "staff/new-account" : done("invited", form.name(), redirect);
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		model.addAttribute("account",
				this.accounts.findById(id)
					.map(AccountView::of)
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "staff/account";
	}

	@PostMapping("/{id}/role")
	String changeRole(@PathVariable UUID id, @RequestParam int version, @RequestParam Role role,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes redirect) {
		return done("role", this.administration.changeRole(id, version, role, me).getName(), redirect);
	}

	@PostMapping("/{id}/lien")
	String sendLink(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
		return done("link", this.administration.sendLink(id, version).getName(), redirect);
	}

	@PostMapping("/{id}/bloquer")
	String lock(@PathVariable UUID id, @RequestParam int version, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes redirect) {
		return done("locked", this.administration.lock(id, version, me).getName(), redirect);
	}

	@PostMapping("/{id}/debloquer")
	String unlock(@PathVariable UUID id, @RequestParam int version, RedirectAttributes redirect) {
		return done("unlocked", this.administration.unlock(id, version).getName(), redirect);
	}

	@PostMapping("/{id}/cles")
	String resetSecondFactor(@PathVariable UUID id, @RequestParam int version, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes redirect) {
		return done("reset", this.administration.resetSecondFactor(id, version, me).getName(), redirect);
	}

	@PostMapping("/{id}/identites")
	String resetProviders(@PathVariable UUID id, @RequestParam int version, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes redirect) {
		return done("unlinked", this.administration.resetProviders(id, version, me).getName(), redirect);
	}

	private static String done(String what, String name, RedirectAttributes redirect) {
		redirect.addFlashAttribute("done", "accounts.done." + what);
		redirect.addFlashAttribute("doneTo", name);
		return "redirect:/admin/comptes";
	}

	@ExceptionHandler
	String refuse(AccountRefusedException refusal, RedirectAttributes redirect) {
		redirect.addFlashAttribute("refused", refusal.messageKey());
		return "redirect:/admin/comptes";
	}

}
