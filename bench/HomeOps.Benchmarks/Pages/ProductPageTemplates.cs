namespace HomeOps.Benchmarks.Pages;

/// <summary>One page in three languages.</summary>
internal static class ProductPageTemplates
{
    public const string Jinja = """
        <ul id="products">
        {%- for product in products %}
          <li class="{{ loop.index }}">
            <h2>{{ product.name | upper }}</h2>
            {%- if product.price > 300 %}
            Only {{ product.price }}
            {%- endif %}
            {{ product.description | truncate(20, true, '...', 0) }}
          </li>
        {%- endfor %}
        </ul>
        """;

    public const string Liquid = """
        <ul id="products">
        {%- for product in products %}
          <li class="{{ forloop.index }}">
            <h2>{{ product.name | upcase }}</h2>
            {%- if product.price > 300 %}
            Only {{ product.price }}
            {%- endif %}
            {{ product.description | truncate: 20 }}
          </li>
        {%- endfor %}
        </ul>
        """;

    public const string Scriban = """
        <ul id="products">
        {{- for product in products }}
          <li class="{{ for.index + 1 }}">
            <h2>{{ product.name | string.upcase }}</h2>
            {{- if product.price > 300 }}
            Only {{ product.price }}
            {{- end }}
            {{ product.description | string.truncate 20 }}
          </li>
        {{- end }}
        </ul>
        """;
}
