namespace Actors.Web.Errors;

/// <summary>On an endpoint: the dialect of its refusals.</summary>
internal sealed record DialectMetadata(ErrorDialect Dialect);

/// <summary>On an endpoint: what an unhandled exception is answered with, instead of a plain 500 or 503.</summary>
internal sealed record FailureMetadata(ApiError Error);
