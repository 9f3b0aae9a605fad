{{- define "slipway-migrations.name" -}}
{{- printf "%s-%s" .Release.Name "migrations" | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "slipway-migrations.labels" -}}
app.kubernetes.io/name: slipway-migrations
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* What the containers of the runner have in common. No probe: killing a slow migration is never the cure. */}}
{{- define "slipway-migrations.runner" -}}
image: "{{ required "image.repository is missing: the image with your scripts in /migrations" .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
resources:
  {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "slipway-migrations.variables" -}}
- name: DATABASE_URL
  value: {{ required "database.url is missing, for example postgresql://postgres:5432/shop" .root.Values.database.url | quote }}
- name: DATABASE_USER
  value: {{ required (printf "%s.user is missing" .place) .user | quote }}
- name: DATABASE_PASSWORD_FILE
  value: /run/secrets/{{ .volume }}/{{ .passwordKey }}
{{- with .root.Values.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "slipway-migrations.mounts" -}}
- name: {{ .volume }}
  mountPath: /run/secrets/{{ .volume }}
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- end -}}

{{/* Migrates. Its Pod needs "slipway-migrations.volumes", and fsGroup 65532 to read the password. */}}
{{- define "slipway-migrations.initContainer" -}}
{{- $database := .Values.database -}}
name: migrations
{{ include "slipway-migrations.runner" . }}
{{- with .Values.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
env:
  {{- include "slipway-migrations.variables" (dict "root" . "place" "database" "user" $database.user "volume" "owner" "passwordKey" $database.passwordKey) | nindent 2 }}
  {{- with .Values.target }}
  - name: SLIPWAY_TARGET
    value: {{ . | quote }}
  {{- end }}
volumeMounts:
  {{- include "slipway-migrations.mounts" (dict "volume" "owner") | nindent 2 }}
{{- end -}}

{{/* Waits until somebody else has migrated. Its Pod needs "slipway-migrations.waitVolumes", and fsGroup 65532. */}}
{{- define "slipway-migrations.waitContainer" -}}
name: wait-for-migrations
{{ include "slipway-migrations.runner" . }}
args: [wait, --until, {{ .Values.target | default "head" | quote }}, --wait-timeout, {{ .Values.wait.timeout | quote }}]
env:
  {{- include "slipway-migrations.variables" (dict "root" . "place" "wait" "user" .Values.wait.user "volume" "reader" "passwordKey" .Values.wait.passwordKey) | nindent 2 }}
volumeMounts:
  {{- include "slipway-migrations.mounts" (dict "volume" "reader") | nindent 2 }}
{{- end -}}

{{- define "slipway-migrations.volumes" -}}
- name: owner
  secret:
    secretName: {{ required "database.existingSecret is missing: the Secret with the owner's password" .Values.database.existingSecret }}
{{ include "slipway-migrations.tmp" . }}
{{- end -}}

{{- define "slipway-migrations.waitVolumes" -}}
- name: reader
  secret:
    secretName: {{ required "wait.existingSecret is missing: the Secret with the reader's password" .Values.wait.existingSecret }}
{{ include "slipway-migrations.tmp" . }}
{{- end -}}

{{- define "slipway-migrations.tmp" -}}
- name: tmp
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
{{- end -}}
