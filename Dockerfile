# Certify in a container: docs/operating/container.md. Each step is a script of container/,
# which tests/container runs as well.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY . /source
RUN container/build.sh /source /opt/certify

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 certify \
 && useradd --uid 10001 --gid certify --no-create-home --home-dir /data --shell /usr/sbin/nologin certify \
 && install -d -o certify -g certify -m 0700 /data
COPY --from=build /opt/certify /opt/certify
COPY container/start.sh container/health.sh /opt/certify/
ENV CERTIFY_BIND=0.0.0.0 \
    CERTIFY_DATA_DIR=/data \
    CERTIFY_LOG_FORMAT=json \
    PORT=8000 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PATH=/opt/certify/bin:/usr/local/bin:/usr/bin:/bin
WORKDIR /data
VOLUME /data
EXPOSE 8000
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/certify/health.sh"]
ENTRYPOINT ["/opt/certify/start.sh"]
CMD ["serve"]
