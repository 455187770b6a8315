# One image for web, worker and scheduler; compose.yaml says which is which.
FROM python:3.11-slim
RUN useradd --create-home rapport
WORKDIR /app
COPY requirements.txt constraints.txt ./
RUN pip install --no-cache-dir -r requirements.txt -c constraints.txt
COPY . .
RUN mkdir /data && chown rapport /data
USER rapport
ENV RAPPORT_VAR=/data PATH=/app:$PATH
EXPOSE 8000
CMD ["granian", "config.wsgi:application", "--interface", "wsgi", "--no-ws", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "1", "--respawn-failed-workers"]
