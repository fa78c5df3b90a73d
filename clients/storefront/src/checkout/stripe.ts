// Stripe's script, and the little of it that the shop uses.

export interface StripeError {
  type?: string;
  code?: string;
  message?: string;
}

export interface StripeElements {
  create(type: "payment", options?: object): { mount(place: HTMLElement): void; on(event: string, listener: () => void): void; destroy(): void };
  submit(): Promise<{ error?: StripeError }>;
}

export interface StripeClient {
  elements(options: { clientSecret: string; locale?: string; appearance?: object }): StripeElements;
  confirmPayment(options: {
    elements: StripeElements;
    confirmParams: { return_url: string };
    redirect: "if_required";
  }): Promise<{ error?: StripeError; paymentIntent?: { status: string } }>;
}

type StripeFactory = (key: string, options?: { stripeAccount: string }) => StripeClient;

let loading: Promise<StripeFactory> | undefined;

/** Loads the script once; after a failure the next call tries again. */
export function loadStripe(url: string): Promise<StripeFactory> {
  loading ??= load(url).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function load(url: string): Promise<StripeFactory> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => {
      const { Stripe } = window as unknown as { Stripe?: StripeFactory };
      if (Stripe) resolve(Stripe);
      else reject(new Error("the script defines no Stripe"));
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error("the script could not be loaded"));
    });
    document.head.append(script);
  });
}
