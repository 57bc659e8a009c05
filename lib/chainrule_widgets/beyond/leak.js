// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,...KEEP_KEYS});return el.append(
root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);function paintGrey(canvas,rows,frames=100){if(!canvas.isConnected){frames&&requestAnimationFrame(()=>paintGrey(canvas,rows,
frames-1));return}let[height,width]=[rows.length,rows[0].length];(canvas.width!==width||canvas.height!==height)&&Object.
assign(canvas,{width,height});let ink=(getComputedStyle(canvas).color.match(/[\d.]+/g)??["0","0","0"]).slice(0,3).map(Number),
image=new ImageData(width,height);for(let[y,row]of rows.entries())for(let[x,value]of row.entries()){let colour=value<0?[
230,159,0]:ink;image.data.set([...colour,255*clamp(Math.abs(value),0,1)],4*(y*width+x))}penOf(canvas).putImageData(image,
0,0)}function greyCanvas(label,width,height=width){let size=`width: ${width}px; height: ${height}px`;return html("canvas",
{role:"img","aria-label":label,style:`${size}; image-rendering: pixelated; border: 1px solid var(--hair); border-radius:\
 3px`})}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.slice(i*width,(i+1)*width)])}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(first.
state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw)=>{redraw=
drawOnChange(root,model,others,()=>draw(latest))}}}function render({model,el}){let root=createRoot(el,"Leak"),{request,drawWith}=kernelState(model),screens=["the digit","a\
 column of the gradient","the reconstructed digit"].map(label=>greyCanvas(label,170)),texts=screens.map(()=>html("div",{
style:"max-width: 230px; color: var(--quiet)"})),says=html("p",{class:"says",role:"status"}),frame=(title,i)=>html("div",
{style:"flex: 0 0 230px"},html("div",{style:"font-weight: 600; margin-bottom: 4px"},title),screens[i],texts[i]);root.append(
controlBar(slider("digit",model,"example",{min:0,max:200,step:1},request),slider("batch size",model,"batch",{min:1,max:32,
step:1},request),slider("clip to 1, add noise",model,"noise",{min:0,max:.2,step:.002,text:v=>v?formatNumber(v):"off"},request)),
html("div",{class:"split"},frame("private digit",0),frame("sent: column of ∂J/∂W",1),frame("reconstructed: column / \
∂J/∂b",2)),says),drawWith(root,[],shown=>{let{pixels:truth,column,guess,unit,error,likeness,batch,noise,example}=shown;
return[truth,column,guess].forEach((image,i)=>{paintGrey(screens[i],toRows(image,8))}),texts[0].textContent=batch>1?`the\
 first of ${batch} in the batch`:"not sent",texts[1].textContent=`unit ${unit}; orange: negative`,texts[2].textContent=`\
correlation ${formatNumber(likeness)}, largest error ${formatNumber(error,2)}`,says.textContent=sentence(shown),{example,
batch,noise,unit,likeness,error,guess}})}function sentence({batch,noise,likeness,error}){return!noise&&batch===1?`The re\
construction is exact (largest error ${formatNumber(error,1)}). The gradient of a weight is the gradient of the bias tim\
es the input. So divide by the gradient of the bias.`:noise?batch>1?`The gradients of ${batch} digits are clipped and ad\
ded up, and noise is added to the sum. A single digit has little influence on the result.`:likeness>.8?"The digit is sti\
ll clearly visible. Increase the noise.":likeness>.4?"Parts of the digit are still visible.":"The digit is hidden. After\
 clipping, the gradient has at most norm 1, spread over more than two thousand numbers, and the noise in each number is \
larger.":`The gradient is the mean over ${batch} digits, so the result is a mixture of the digits for which this unit is\
 active. `+(likeness>.9?"The first digit is still clearly visible.":"The first digit is not clearly visible here, but th\
is is not guaranteed.")}var leak_default={render};export{leak_default as default};
