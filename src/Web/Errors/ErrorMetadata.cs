namespace Actors.Web.Errors;

/// <summary>Endpoint metadata: the dialect of errors.</summary>
internal sealed record DialectMetadata(ErrorDialect Dialect);

/// <summary>Endpoint metadata: the response to an unhandled exception, instead of a plain 500 or 503.</summary>
internal sealed record FailureMetadata(ApiError Error);
