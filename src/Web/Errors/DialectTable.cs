namespace Actors.Web.Errors;

/// <summary>
/// The dialect of paths that no route answers: the longest registered prefix decides. A module adds its prefixes with
/// <c>services.Configure&lt;DialectTable&gt;(table =&gt; table.Add("/scraper", ErrorDialect.FastApi))</c>.
/// </summary>
public sealed class DialectTable
{
    private readonly List<(PathString Prefix, ErrorDialect Dialect)> _rows = [];

    /// <summary>The dialect where no prefix fits.</summary>
    public ErrorDialect Default { get; set; } = ErrorDialect.FastApi;

    /// <summary>Paths equal to <paramref name="prefix"/> or below it are refused in <paramref name="dialect"/>; case does not matter.</summary>
    public DialectTable Add(string prefix, ErrorDialect dialect)
    {
        _rows.Add((new PathString(prefix), dialect));
        _rows.Sort((a, b) => (b.Prefix.Value?.Length ?? 0) - (a.Prefix.Value?.Length ?? 0));
        return this;
    }

    /// <summary>The dialect of a path.</summary>
    public ErrorDialect Of(PathString path)
    {
        foreach (var (prefix, dialect) in _rows)
        {
            if (path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return dialect;
            }
        }

        return Default;
    }
}
