import type { ReactNode } from "react";
import type { ContentPage as Content } from "../contract.ts";
import { useBody } from "../data/use-data.ts";
import { contentPath } from "../shop/requests.ts";

export function ContentPage({ slug }: { slug: string }): ReactNode {
  const page = useBody<Content>(contentPath(slug));
  return (
    <div className="wrap py-10 lg:py-16">
      <h1 tabIndex={-1} className="text-heading">
        {page?.title}
      </h1>
      {/* The server has sanitised it. */}
      {page && <div className="prose mt-8" dangerouslySetInnerHTML={{ __html: page.html }} />}
    </div>
  );
}
