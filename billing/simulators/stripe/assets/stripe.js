// Stands in for Stripe's script: a card form that knows Stripe's test cards and confirms payments with the simulator.
// Only what a shop with the Payment Element and cards needs; FIDELITY.md says what differs from Stripe's.
(() => {
  "use strict";

  const script = document.currentScript;
  const base = new URL(script ? script.src : location.href, location.href).origin;

  // The tokens that the simulator knows, by the numbers of docs.stripe.com/testing.
  const CARDS = {
    4242424242424242: "pm_card_visa",
    4000056655665556: "pm_card_visa_debit",
    5555555555554444: "pm_card_mastercard",
    5200828282828210: "pm_card_mastercard_debit",
    5105105105105100: "pm_card_mastercard_prepaid",
    371449635398431: "pm_card_amex",
    6011000990139424: "pm_card_discover",
    3566002020360505: "pm_card_jcb",
    6200000000000005: "pm_card_unionpay",
    4000000000000077: "pm_card_bypassPending",
    4000000000000002: "pm_card_visa_chargeDeclined",
    4000000000009995: "pm_card_visa_chargeDeclinedInsufficientFunds",
    4000000000009987: "pm_card_visa_chargeDeclinedLostCard",
    4000000000009979: "pm_card_visa_chargeDeclinedStolenCard",
    4000000000000069: "pm_card_chargeDeclinedExpiredCard",
    4000000000000127: "pm_card_chargeDeclinedIncorrectCvc",
    4000000000000119: "pm_card_chargeDeclinedProcessingError",
    4000000000006975: "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
    4100000000000019: "pm_card_radarBlock",
    4000000000000341: "pm_card_chargeCustomerFail",
    4000002760003184: "pm_card_authenticationRequired",
    4000000000003220: "pm_card_threeDSecure2Required",
    4000008400001629: "pm_card_threeDSecureRequiredChargeDeclined",
    4000000000005126: "pm_card_refundFail",
    4000000000007726: "pm_card_pendingRefund",
  };

  const TEXTS = {
    en: {
      number: "Card number",
      expiry: "Expiration date",
      cvc: "Security code",
      numberWrong: "Your card number is invalid.",
      expiryWrong: "Your card's expiration date is incomplete or in the past.",
      cvcWrong: "Your card's security code is incomplete.",
      notTest: "Your card was declined. Your request was in test mode, but used a non test card.",
      offline: "An error occurred with our connection to Stripe. Try again.",
      bank: "Your bank asks for a confirmation (simulated)",
      complete: "Confirm",
      fail: "Refuse",
      unauthenticated:
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
    },
    de: {
      number: "Kartennummer",
      expiry: "Gültig bis",
      cvc: "Prüfziffer",
      numberWrong: "Ihre Kartennummer ist ungültig.",
      expiryWrong: "Das Ablaufdatum Ihrer Karte ist unvollständig oder vorbei.",
      cvcWrong: "Die Prüfziffer Ihrer Karte ist unvollständig.",
      notTest: "Ihre Karte wurde abgelehnt. Dies ist ein Testsystem: Es nimmt nur Testkarten.",
      offline: "Die Verbindung zu Stripe ist gestört. Versuchen Sie es noch einmal.",
      bank: "Ihre Bank bittet um eine Bestätigung (simuliert)",
      complete: "Bestätigen",
      fail: "Ablehnen",
      unauthenticated: "Die Zahlung wurde nicht bestätigt. Bitte wählen Sie eine andere Zahlungsart.",
    },
  };

  const digitsOf = (text) => text.replace(/\D/g, "");

  function passesLuhn(digits) {
    const sum = [...digits].reverse().reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return digits.length >= 13 && sum % 10 === 0;
  }

  function isExpired(text) {
    const digits = digitsOf(text);
    const [month, year] = [Number(digits.slice(0, 2)), 2000 + Number(digits.slice(2, 4))];
    const now = new Date();
    if (digits.length !== 4 || month < 1 || month > 12) return true;
    return year < now.getFullYear() || (year === now.getFullYear() && month < now.getMonth() + 1);
  }

  const groups = {
    number: (digits) => digits.slice(0, 19).replace(/(\d{4})(?=\d)/g, "$1 "),
    expiry: (digits) => digits.slice(0, 4).replace(/^(\d{2})(?=\d)/, "$1 / "),
    cvc: (digits) => digits.slice(0, 4),
  };

  function make(tag, properties = {}, children = []) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  let forms = 0;

  /** A form with three fields. It is in the page itself, where Stripe's would be in a frame of its own. */
  class CardForm {
    constructor(texts, appearance) {
      this.texts = texts;
      this.appearance = appearance;
      this.listeners = {};
      this.prefix = `stripe-card-${(forms += 1)}`;
      this.fields = {};
      this.root = make("div", { className: "stripe-stand-in" });
      Object.assign(this.root.style, { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "1rem" });
      this.root.append(
        this.field("number", "cc-number", "1234 1234 1234 1234", "1 / -1"),
        this.field("expiry", "cc-exp", "MM / YY"),
        this.field("cvc", "cc-csc", "CVC"),
      );
    }

    field(name, autocomplete, placeholder, column = "auto") {
      const id = `${this.prefix}-${name}`;
      const input = make("input", { id, name, placeholder, autocomplete, inputMode: "numeric", type: "text" });
      input.setAttribute("aria-describedby", `${id}-error`);
      const { colorText = "inherit", borderRadius = "6px" } = this.appearance;
      Object.assign(input.style, {
        width: "100%",
        minHeight: "3rem",
        padding: "0.5rem 0.75rem",
        border: "1px solid currentColor",
        borderRadius,
        background: "transparent",
        color: colorText,
      });
      const error = make("p", { id: `${id}-error` });
      error.style.fontSize = "0.875rem";
      input.addEventListener("input", () => {
        input.value = groups[name](digitsOf(input.value));
        this.show(name, "");
        this.tell("change", { complete: !this.problems().length, empty: !input.value, value: { type: "card" } });
      });
      this.fields[name] = { input, error };
      const label = make("label", { htmlFor: id, textContent: this.texts[name] });
      Object.assign(label.style, { display: "block", marginBottom: "0.375rem", fontSize: "0.875rem", fontWeight: "600" });
      const box = make("div", {}, [label, input, error]);
      box.style.gridColumn = column;
      return box;
    }

    show(name, message) {
      const { input, error } = this.fields[name];
      error.textContent = message;
      if (message) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }

    problems() {
      const { number, expiry, cvc } = this.fields;
      const found = [];
      if (!passesLuhn(digitsOf(number.input.value))) found.push(["number", this.texts.numberWrong]);
      if (isExpired(expiry.input.value)) found.push(["expiry", this.texts.expiryWrong]);
      if (digitsOf(cvc.input.value).length < 3) found.push(["cvc", this.texts.cvcWrong]);
      return found;
    }

    /** Shows what is wrong; the first of it as an error. */
    validate() {
      const found = this.problems();
      for (const name of Object.keys(this.fields)) this.show(name, "");
      for (const [name, message] of found) this.show(name, message);
      if (found.length === 0) return undefined;
      const [[name, message]] = found;
      this.fields[name].input.focus();
      return { type: "validation_error", code: `incomplete_${name}`, message };
    }

    token() {
      return CARDS[digitsOf(this.fields.number.input.value)];
    }

    mount(target) {
      const place = typeof target === "string" ? document.querySelector(target) : target;
      place.replaceChildren(this.root);
      setTimeout(() => this.tell("ready", {}), 0);
    }

    on(event, listener) {
      (this.listeners[event] = this.listeners[event] || []).push(listener);
      return this;
    }

    off(event) {
      delete this.listeners[event];
      return this;
    }

    tell(event, detail) {
      for (const listener of this.listeners[event] || []) listener({ elementType: "payment", ...detail });
    }

    focus() {
      this.fields.number.input.focus();
    }

    unmount() {
      this.root.remove();
    }

    destroy() {
      this.unmount();
    }

    update() {}
  }

  class Elements {
    constructor({ clientSecret, locale = "", appearance = {} }) {
      this.clientSecret = clientSecret;
      this.texts = locale.startsWith("de") ? TEXTS.de : TEXTS.en;
      this.appearance = appearance.variables || {};
      this.element = null;
    }

    create(type) {
      if (type !== "payment") throw new Error(`the stand-in for Stripe's script has no "${type}" element`);
      this.element = new CardForm(this.texts, this.appearance);
      return this.element;
    }

    getElement(type) {
      return type === "payment" ? this.element : null;
    }

    async submit() {
      const error = this.element ? this.element.validate() : { type: "validation_error", message: this.texts.numberWrong };
      return error ? { error } : { selectedPaymentMethod: "card" };
    }

    update() {}
  }

  /** The shopper's bank, in a dialog. Resolves once it was answered. */
  function authenticate(intent, texts) {
    return new Promise((resolve) => {
      const dialog = make("dialog");
      dialog.setAttribute("aria-label", texts.bank);
      Object.assign(dialog.style, { margin: "auto", padding: "2rem", border: "1px solid", maxWidth: "24rem" });
      const answer = async (outcome) => {
        // Answers without permission to read them; the intent itself tells the result.
        await fetch(`${base}/_sim/payment_intents/${intent.id}/complete_3ds`, {
          method: "POST",
          mode: "no-cors",
          body: new URLSearchParams({ outcome }),
        }).catch(() => undefined);
        dialog.close();
        dialog.remove();
        resolve();
      };
      const button = (text, outcome) => {
        const made = make("button", { type: "button", textContent: text });
        Object.assign(made.style, { padding: "0.75rem 1.5rem", marginInlineEnd: "1rem", border: "1px solid" });
        made.addEventListener("click", () => void answer(outcome));
        return made;
      };
      const title = make("p", { textContent: texts.bank });
      title.style.marginBottom = "1.5rem";
      dialog.append(title, button(texts.complete, "succeed"), button(texts.fail, "fail"));
      dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        void answer("fail");
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  class StripeClient {
    constructor(key, { stripeAccount } = {}) {
      if (!/^pk_/.test(key || "")) throw new Error("Stripe() takes a publishable key");
      this.key = key;
      this.account = stripeAccount;
    }

    elements(options) {
      return new Elements(options);
    }

    async call(method, path, params) {
      const body = new URLSearchParams({ key: this.key, ...params });
      const url = `${base}/v1/${path}${method === "GET" ? `?${body}` : ""}`;
      const headers = this.account ? { "Stripe-Account": this.account } : {};
      const response = await fetch(url, { method, headers, ...(method === "POST" && { body }) });
      return response.json();
    }

    async retrievePaymentIntent(clientSecret) {
      const [id] = clientSecret.split("_secret_");
      const answer = await this.call("GET", `payment_intents/${id}`, { client_secret: clientSecret });
      return answer.error ? { error: answer.error } : { paymentIntent: answer };
    }

    async confirmPayment({ elements, clientSecret, confirmParams = {}, redirect = "always" }) {
      const secret = clientSecret || elements.clientSecret;
      const { texts } = elements;
      const { error: wrong } = await elements.submit();
      if (wrong) return { error: wrong };
      const token = elements.element.token();
      if (!token) return { error: { type: "card_error", code: "card_declined", message: texts.notTest } };
      try {
        const result = await this.confirm(secret, token, confirmParams.return_url, texts);
        if (result.error || redirect === "if_required") return result;
        const url = new URL(confirmParams.return_url);
        url.searchParams.set("payment_intent", result.paymentIntent.id);
        url.searchParams.set("payment_intent_client_secret", secret);
        url.searchParams.set("redirect_status", result.paymentIntent.status);
        location.assign(url);
        return await new Promise(() => undefined);
      } catch {
        return { error: { type: "api_connection_error", message: texts.offline } };
      }
    }

    async confirm(secret, token, returnUrl, texts) {
      const [id] = secret.split("_secret_");
      const answer = await this.call("POST", `payment_intents/${id}/confirm`, {
        client_secret: secret,
        payment_method: token,
        use_stripe_sdk: "true",
        ...(returnUrl && { return_url: returnUrl }),
      });
      if (answer.error) return { error: answer.error };
      if (answer.status !== "requires_action") return { paymentIntent: answer };
      await authenticate(answer, texts);
      const result = await this.retrievePaymentIntent(secret);
      if (result.error || result.paymentIntent.status !== "requires_payment_method") return result;
      const { last_payment_error: last } = result.paymentIntent;
      return { error: last || { type: "card_error", message: texts.unauthenticated } };
    }
  }

  window.Stripe = (key, options) => new StripeClient(key, options);
})();
